package org.initweights;

/** The types of element that a parameter is stored in, by the names that safetensors gives them. */
public enum DType {
    F64(Double.BYTES, Double.MIN_NORMAL, Double.MAX_VALUE),
    F32(Float.BYTES, Float.MIN_NORMAL, Float.MAX_VALUE),
    F16(Short.BYTES, 0x1p-14, 65_504),
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

    /** The smallest positive normal number; smaller ones have fewer digits. */
    public double smallestNormal() {
        return smallestNormal;
    }

    /** The largest number that is not infinite. */
    public double largest() {
        return largest;
    }
}
