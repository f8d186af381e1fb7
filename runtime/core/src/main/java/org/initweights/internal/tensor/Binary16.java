package org.initweights.internal.tensor;

import org.initweights.DType;

/** IEEE 754 binary16. */
record Binary16() implements HalfCodec {

    /** The difference of the exponents' biases, 127 and 15, in the place of a half's exponent. */
    private static final int REBIAS_HALF = (127 - 15) << 10;

    /** The same in the place of a float's exponent. */
    private static final int REBIAS_FLOAT = (127 - 15) << 23;

    private static final int SIGN = 0x8000;
    private static final int INFINITY = 0x7C00;
    private static final int QUIET_NAN = 0x7E00;

    /** The least float that rounds to infinity: halfway between 65504 and 65536. */
    private static final float OVERFLOW = 65520;

    /** The least normal number, 2^-14. */
    private static final float LEAST_NORMAL = 0x1p-14f;

    /** Adding this to a magnitude below 2^-14 leaves its multiple of 2^-24, rounded to nearest even, in the low bits. */
    private static final float SUBNORMAL_MAGIC = 0.5f;

    @Override
    public DType dtype() {
        return DType.F16;
    }

    @Override
    public short encode(float value) {
        int sign = (Float.floatToRawIntBits(value) >>> 16) & SIGN;
        float magnitude = Math.abs(value);
        if (magnitude < LEAST_NORMAL) {
            int shifted = Float.floatToRawIntBits(magnitude + SUBNORMAL_MAGIC);
            return (short) (sign | (shifted - Float.floatToRawIntBits(SUBNORMAL_MAGIC)));
        }
        if (magnitude < OVERFLOW) {
            int bits = Float.floatToRawIntBits(magnitude);
            int rounded = (bits + 0xFFF + ((bits >>> 13) & 1)) >>> 13;
            return (short) (sign | (rounded - REBIAS_HALF));
        }
        return (short) (sign | (Float.isNaN(value) ? QUIET_NAN : INFINITY));
    }

    @Override
    public float decode(short bits) {
        int magnitude = bits & 0x7FFF;
        float value;
        if (magnitude < 0x400) {
            value = magnitude * 0x1p-24f;
        } else if (magnitude < INFINITY) {
            value = Float.intBitsToFloat((magnitude << 13) + REBIAS_FLOAT);
        } else {
            value = magnitude == INFINITY ? Float.POSITIVE_INFINITY : Float.NaN;
        }
        return bits < 0 ? -value : value;
    }
}
