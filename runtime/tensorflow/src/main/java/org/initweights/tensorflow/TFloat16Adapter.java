package org.initweights.tensorflow;

import org.initweights.DType;
import org.tensorflow.types.TFloat16;

/**
 * Tensors of half floats. A field of type {@code TFloat16} uses it without being told; for a tensor that is there:
 *
 * <pre>{@code
 * Parameters.of(p -> p.tensor("kernel", tensor, new TFloat16Adapter(), glorotUniform(), 784, 10)).initialize(42);
 * }</pre>
 *
 * <p>It has no state, and threads may share it. Tensors must be open, dense and writable.
 */
public final class TFloat16Adapter extends FloatingAdapter<TFloat16> {

    /** For tensors that stand in the memory of this process. */
    public TFloat16Adapter() {
        super(TFloat16.class, DType.F16, FloatElements.HALF);
    }
}
