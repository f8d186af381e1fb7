package org.initweights;

/** The 16-bit floating-point formats whose bits a {@code short} can hold. */
public enum HalfFormat {
    /** bfloat16, the upper half of a {@code float}: 8 bits of exponent, 7 of fraction; the range of a {@code float}. */
    BF16(DType.BF16),
    /** IEEE 754 binary16: 5 bits of exponent, 10 of fraction; the largest number is 65504. */
    FP16(DType.F16);

    private final DType dtype;

    HalfFormat(DType dtype) {
        this.dtype = dtype;
    }

    /** The same format as a type of element. */
    public DType dtype() {
        return dtype;
    }
}
