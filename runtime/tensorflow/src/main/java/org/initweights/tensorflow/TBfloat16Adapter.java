package org.initweights.tensorflow;

import org.initweights.DType;
import org.tensorflow.types.TBfloat16;

/**
 * Tensors of bfloat16 numbers. A field of type {@code TBfloat16} uses it without being told; for a tensor that is there:
 *
 * <pre>{@code
 * Parameters.of(p -> p.tensor("kernel", tensor, new TBfloat16Adapter(), glorotUniform(), 784, 10)).initialize(42);
 * }</pre>
 *
 * <p>It has no state, and threads may share it. Tensors must be open, dense and writable.
 */
public final class TBfloat16Adapter extends FloatingAdapter<TBfloat16> {

    /** For tensors that stand in the memory of this process. */
    public TBfloat16Adapter() {
        super(TBfloat16.class, DType.BF16, FloatElements.BRAIN);
    }
}
