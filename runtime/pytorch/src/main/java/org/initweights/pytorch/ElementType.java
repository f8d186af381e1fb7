package org.initweights.pytorch;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.initweights.DType;

/** What PyTorch's types of elements are called here. */
final class ElementType {

    private ElementType() {}

    /**
     * The type of a tensor's elements.
     *
     * @throws IllegalArgumentException if they are not floating-point numbers of 16 bits or more
     */
    static DType of(Tensor tensor) {
        return find(tensor)
                .orElseThrow(() -> new IllegalArgumentException("the tensor holds "
                        + tensor.scalar_type().intern() + ", and a parameter holds Double, Float, Half or BFloat16;"
                        + " convert it, tensor.to(torch.ScalarType.Float), or make it a buffer"));
    }

    /** The type of a tensor's elements, if it is one that a parameter can have. */
    static Optional<DType> find(Tensor tensor) {
        // What native code returns is another object than the constant of the enum, until it is interned.
        ScalarType type = tensor.scalar_type().intern();
        return switch (type) {
            case Double -> Optional.of(DType.F64);
            case Float -> Optional.of(DType.F32);
            case Half -> Optional.of(DType.F16);
            case BFloat16 -> Optional.of(DType.BF16);
            default -> Optional.empty();
        };
    }
}
