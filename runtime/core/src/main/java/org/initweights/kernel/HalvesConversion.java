package org.initweights.kernel;

import org.initweights.numeric.BitCast;

/**
 * By the bits of floats, for compilers that convert one integer at a time: the 16 high and the 16 low bits are put into the mantissas of
 * two floats, whose sum is rounded once, as the integer would be.
 */
final class HalvesConversion implements IntToFloat {

    /** These bits and those of an integer below 2²³ are a float, 2²³ larger than the integer. */
    private static final int UNSIGNED_BITS = 0x4B000000;

    private static final float UNSIGNED = 8388608f;

    /** The sum of these bits and a small integer are a float, larger than the integer by {@link #SIGNED}. */
    private static final int SIGNED_BITS = 0x4B400000;

    private static final float SIGNED = 12582912f;

    private final int length;
    private final int[] lowBits;
    private final float[] low;
    private final BitCast cast;

    HalvesConversion(int length) {
        this.length = length;
        this.lowBits = new int[length];
        this.low = new float[length];
        this.cast = new BitCast(length);
    }

    @Override
    public void convert(int[] from, float[] to) {
        split(from, lowBits, length);
        cast.toFloats(from, to, length);
        cast.toFloats(lowBits, low, length);
        join(to, low, length);
    }

    private static void split(int[] bits, int[] low, int n) {
        for (int i = 0; i < n; i++) {
            low[i] = (bits[i] & 0xFFFF) | UNSIGNED_BITS;
            bits[i] = (bits[i] >> 16) + SIGNED_BITS;
        }
    }

    private static void join(float[] high, float[] low, int n) {
        for (int i = 0; i < n; i++) {
            high[i] = (high[i] - SIGNED) * 65536 + (low[i] - UNSIGNED);
        }
    }
}
