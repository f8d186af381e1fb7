package org.initweights;

/** The type of the elements of a parameter, by its name in safetensors. */
public enum DType {
    /** 64-bit floating point, Java's {@code double}. */
    F64(Double.BYTES, Double.MIN_NORMAL, Double.MAX_VALUE),
    /** 32-bit floating point, Java's {@code float}. */
    F32(Float.BYTES, Float.MIN_NORMAL, Float.MAX_VALUE),
    /** IEEE 754 binary16, {@link HalfFormat#FP16}. */
    F16(Short.BYTES, 0x1p-14, 65_504),
    /** bfloat16, {@link HalfFormat#BF16}. */
    BF16(Short.BYTES, Float.MIN_NORMAL, 0x1.FEp127),
    /** 32-bit integers, Java's {@code int}. Nothing trains them: {@link Parameter#isTrainable()}. */
    I32(Integer.BYTES, 1, Integer.MAX_VALUE),
    /** 64-bit integers, Java's {@code long}. Nothing trains them: {@link Parameter#isTrainable()}. */
    I64(Long.BYTES, 1, Long.MAX_VALUE);

    private final int bytes;
    private final double smallestNormal;
    private final double largest;

    DType(int bytes, double smallestNormal, double largest) {
        this.bytes = bytes;
        this.smallestNormal = smallestNormal;
        this.largest = largest;
    }

    /** The size of one element in bytes. */
    public int bytes() {
        return bytes;
    }

    /** Whether the elements are integers, and not floating point numbers. */
    public boolean isInteger() {
        return this == I32 || this == I64;
    }

    /** The smallest positive normal number: anything smaller loses digits, or becomes 0; of integers 1. */
    public double smallestNormal() {
        return smallestNormal;
    }

    /** The largest finite number; of {@link #I64} the nearest {@code double} of it. */
    public double largest() {
        return largest;
    }
}
