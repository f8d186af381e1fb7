package org.initweights.tensorflow;

import org.initweights.DType;
import org.tensorflow.types.TFloat64;

/**
 * Tensors of 64-bit floats. A field of type {@code TFloat64} uses it without being told; for a tensor that is there:
 *
 * <pre>{@code
 * Parameters.of(p -> p.tensor("kernel", tensor, new TFloat64Adapter(), glorotUniform(), 784, 10)).initialize(42);
 * }</pre>
 *
 * <p>It has no state, and threads may share it. Tensors must be open, dense and writable.
 */
public final class TFloat64Adapter extends FloatingAdapter<TFloat64> {

    /** For tensors that stand in the memory of this process. */
    public TFloat64Adapter() {
        super(TFloat64.class, DType.F64, new DoubleElements());
    }
}
