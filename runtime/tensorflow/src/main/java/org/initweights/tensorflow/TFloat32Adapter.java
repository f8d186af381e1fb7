package org.initweights.tensorflow;

import org.initweights.DType;
import org.tensorflow.types.TFloat32;

/**
 * Tensors of 32-bit floats. A field of type {@code TFloat32} uses it without being told; for a tensor that is there:
 *
 * <pre>{@code
 * Parameters.of(p -> p.tensor("kernel", tensor, new TFloat32Adapter(), glorotUniform(), 784, 10)).initialize(42);
 * }</pre>
 *
 * <p>It has no state, and threads may share it. Tensors must be open, dense and writable.
 */
public final class TFloat32Adapter extends FloatingAdapter<TFloat32> {

    /** For tensors that stand in the memory of this process. */
    public TFloat32Adapter() {
        super(TFloat32.class, DType.F32, FloatElements.SINGLE);
    }
}
