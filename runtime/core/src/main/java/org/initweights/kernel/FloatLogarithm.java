package org.initweights.kernel;

import org.initweights.random.Threefry2x32;

/** The natural logarithm of positive floats, as Cephes computes it, in two stages with a cast of bits between them. */
final class FloatLogarithm {

    private static final int N = Threefry2x32.BLOCKS;

    /** The bits of √½; subtracting them moves the exponent of numbers in [√½, √2) to 0. */
    private static final int SQRT_HALF_BITS = 0x3F3504F3;

    /** The sum of these bits and a small integer are a float, larger than the integer by {@link #SIGNED}. */
    private static final int SIGNED_BITS = 0x4B400000;

    private static final float SIGNED = 12582912f;

    private FloatLogarithm() {}

    /** Numbers as {@code m · 2^exponent} with m in [√½, √2), by their bits; the exponent is larger by {@link #SIGNED}. */
    static void unpack(int[] bits, int[] exponent) {
        for (int i = 0; i < N; i++) {
            int shifted = bits[i] - SQRT_HALF_BITS;
            exponent[i] = (shifted >> 23) + SIGNED_BITS;
            bits[i] = (shifted & 0x007FFFFF) + SQRT_HALF_BITS;
        }
    }

    /** Replaces each m by the logarithm of {@code m · 2^exponent}. */
    static void apply(float[] exponent, float[] m) {
        for (int i = 0; i < N; i++) {
            float e = exponent[i] - SIGNED;
            float t = m[i] - 1;
            float z = t * t;
            float y = 7.0376836292E-2f;
            y = y * t - 1.1514610310E-1f;
            y = y * t + 1.1676998740E-1f;
            y = y * t - 1.2420140846E-1f;
            y = y * t + 1.4249322787E-1f;
            y = y * t - 1.6668057665E-1f;
            y = y * t + 2.0000714765E-1f;
            y = y * t - 2.4999993993E-1f;
            y = y * t + 3.3333331174E-1f;
            y = y * t * z + e * -2.12194440e-4f - 0.5f * z;
            m[i] = t + y + e * 0.693359375f;
        }
    }
}
