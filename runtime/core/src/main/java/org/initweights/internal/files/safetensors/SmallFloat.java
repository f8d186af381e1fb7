package org.initweights.internal.files.safetensors;

import java.nio.ByteBuffer;

/**
 * Floats of 8 bits, of which all 256 values are made at once from the definition of their format.
 *
 * @see <a href="https://arxiv.org/abs/2209.05433">Micikevicius et al. 2022</a>, FP8 formats for deep learning
 * @see <a href="https://arxiv.org/abs/2206.02915">Noune et al. 2022</a>, 8-bit numerical formats, of whom FNUZ is
 */
final class SmallFloat implements ElementDecoder {

    static final SmallFloat E5M2 = new SmallFloat(2, 15, Special.AS_IEEE);
    static final SmallFloat E4M3 = new SmallFloat(3, 7, Special.LAST_IS_NAN);
    static final SmallFloat E5M2FNUZ = new SmallFloat(2, 16, Special.NEGATIVE_ZERO_IS_NAN);
    static final SmallFloat E4M3FNUZ = new SmallFloat(3, 8, Special.NEGATIVE_ZERO_IS_NAN);

    private static final int SCALE_BIAS = 127;
    private static final int SCALE_NAN = 0xFF;

    private final double[] values = new double[1 << Byte.SIZE];

    /** Which bits are infinities and NaN. */
    private enum Special {

        /** Those of the largest exponent: infinity without a fraction, NaN with one. */
        AS_IEEE,

        /** There are no infinities; NaN is where all bits but the sign are set. */
        LAST_IS_NAN,

        /** There are no infinities, and no −0, whose bits are those of NaN. */
        NEGATIVE_ZERO_IS_NAN
    }

    private SmallFloat(int fractionBits, int bias, Special special) {
        for (int bits = 0; bits < values.length; bits++) {
            double magnitude = magnitude(bits & 0x7F, fractionBits, bias, special);
            boolean isNaN = special == Special.NEGATIVE_ZERO_IS_NAN && bits == 0x80;
            values[bits] = isNaN ? Double.NaN : bits > 0x7F ? -magnitude : magnitude;
        }
    }

    private static double magnitude(int bits, int fractionBits, int bias, Special special) {
        int exponent = bits >>> fractionBits;
        int fraction = bits & ((1 << fractionBits) - 1);
        if (special == Special.AS_IEEE && exponent == 0x7F >>> fractionBits) {
            return fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        if (special == Special.LAST_IS_NAN && bits == 0x7F) {
            return Double.NaN;
        }
        int significand = exponent == 0 ? fraction : fraction + (1 << fractionBits);
        return Math.scalb((double) significand, Math.max(exponent, 1) - bias - fractionBits);
    }

    @Override
    public double next(ByteBuffer bytes) {
        return values[Byte.toUnsignedInt(bytes.get())];
    }

    /** The value of an F8_E8M0, the scale of a block: a power of two. */
    static double scale(byte bits) {
        int exponent = Byte.toUnsignedInt(bits);
        return exponent == SCALE_NAN ? Double.NaN : Math.scalb(1.0, exponent - SCALE_BIAS);
    }
}
