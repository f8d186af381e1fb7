package org.initweights.kernel;

import org.initweights.numeric.BitCast;

/**
 * By the bits of floats, for compilers that convert one integer at a time: the 16 high and the 16 low bits of an integer are put into the
 * mantissas of two floats, whose sum is rounded once, as the integer would be.
 */
final class SplitWordFloats implements WordFloats {

    /** These bits and those of an integer below 2²³ are a float, 2²³ larger than the integer. */
    private static final int UNSIGNED_BITS = 0x4B000000;

    private static final float UNSIGNED = 8388608f;

    /** The sum of these bits and a small integer are a float, larger than the integer by {@link #SIGNED}. */
    private static final int SIGNED_BITS = 0x4B400000;

    private static final float SIGNED = 12582912f;

    private final int[] highBits = new int[N];
    private final int[] lowBits = new int[N];
    private final float[] low = new float[N];
    private final BitCast cast = new BitCast(N);

    @Override
    public void uniform(int[] words, float[] out, float unit, float lower) {
        upper(words, highBits);
        convert(out);
        scale(out, unit, lower);
    }

    @Override
    public void positive(int[] words, float[] out, float unit) {
        positive(words, highBits);
        convert(out);
        scale(out, unit);
    }

    @Override
    public void signed(int[] words, float[] out, float unit) {
        signed(words, highBits);
        convert(out);
        scale(out, unit);
    }

    @Override
    public void small(int[] integers, float[] out) {
        raise(integers, lowBits);
        cast.toFloats(lowBits, out, N);
        lower(out);
    }

    /** Makes the integers floats. */
    private void convert(float[] out) {
        split(highBits, lowBits);
        cast.toFloats(highBits, out, N);
        cast.toFloats(lowBits, low, N);
        join(out, low);
    }

    private static void upper(int[] words, int[] integers) {
        for (int i = 0; i < N; i++) {
            integers[i] = words[i] >>> 8;
        }
    }

    private static void positive(int[] words, int[] integers) {
        for (int i = 0; i < N; i++) {
            integers[i] = (words[i] >>> 1) | 1;
        }
    }

    private static void signed(int[] words, int[] integers) {
        for (int i = 0; i < N; i++) {
            integers[i] = words[i] << 2;
        }
    }

    private static void split(int[] high, int[] low) {
        for (int i = 0; i < N; i++) {
            low[i] = (high[i] & 0xFFFF) | UNSIGNED_BITS;
            high[i] = (high[i] >> 16) + SIGNED_BITS;
        }
    }

    private static void join(float[] high, float[] low) {
        for (int i = 0; i < N; i++) {
            high[i] = (high[i] - SIGNED) * 65536 + (low[i] - UNSIGNED);
        }
    }

    private static void raise(int[] integers, int[] bits) {
        for (int i = 0; i < N; i++) {
            bits[i] = integers[i] + SIGNED_BITS;
        }
    }

    private static void lower(float[] values) {
        for (int i = 0; i < N; i++) {
            values[i] -= SIGNED;
        }
    }

    private static void scale(float[] values, float unit, float lower) {
        for (int i = 0; i < N; i++) {
            values[i] = values[i] * unit + lower;
        }
    }

    private static void scale(float[] values, float unit) {
        for (int i = 0; i < N; i++) {
            values[i] *= unit;
        }
    }
}
