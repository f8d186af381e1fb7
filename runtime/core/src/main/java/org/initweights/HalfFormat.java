package org.initweights;

/** The 16-bit floating-point formats that a {@code short} can hold. */
public enum HalfFormat {
    /** bfloat16: the upper half of a {@code float}; 8 bits of exponent, 7 of fraction. */
    BF16(DType.BF16),
    /** IEEE 754 binary16: 5 bits of exponent, 10 of fraction. */
    FP16(DType.F16);

    private final DType dtype;

    HalfFormat(DType dtype) {
        this.dtype = dtype;
    }

    /** The type of the elements that are stored in this format. */
    public DType dtype() {
        return dtype;
    }
}
