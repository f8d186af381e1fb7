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
    BF16(Short.BYTES, Float.MIN_NORMAL, 0x1.FEp127);

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

    /** The smallest positive normal number: anything smaller loses digits, or becomes 0. */
    public double smallestNormal() {
        return smallestNormal;
    }

    /** The largest finite number. */
    public double largest() {
        return largest;
    }
}
