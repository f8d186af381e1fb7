package org.initweights.internal.draw.seeded;

import org.initweights.internal.numeric.BitCast;

/**
 * Makes floats by their bits, for compilers that convert one integer at a time (C2 before JDK 21).
 *
 * <p><b>Algorithm.</b> The high and the low bits of an integer are put into the mantissas of two floats; what was put on top is
 * subtracted, which is exact, and the sum of both is rounded once, to nearest even, as the conversion of the integer would be.
 *
 * <p><b>Cost.</b> 0.42 ns a word on JDK 17 ({@code runtime/docs/speed.md}). Each of the two casts by {@link BitCast} copies twice, and each
 * copy between an array and a buffer of another type costs a call.
 *
 * <p><b>Limits.</b> It has scratch arrays of half a tile, so one belongs to one thread. {@code BoxMullerTest} runs with both ways.
 */
final class SplitWordFloats implements WordFloats {

    /** These bits and those of an integer below 2²³ are a float, 2²³ larger than the integer. */
    private static final int UNSIGNED_BITS = 0x4B000000;

    private static final float UNSIGNED = 8388608f;

    /** The sum of these bits and a small integer are a float, larger than the integer by {@link #SIGNED}. */
    private static final int SIGNED_BITS = 0x4B400000;

    private static final float SIGNED = 12582912f;

    private static final float BASE = 1 << 16;

    /** Of 24 bits each half has 12. */
    private static final float UPPER_BASE = 1 << 12;

    private final int[] highBits = new int[N];
    private final int[] lowBits = new int[N];
    private final float[] low = new float[N];
    private final BitCast cast = new BitCast(N);

    @Override
    public void uniform(int[] words, float[] out, float unit, float lower) {
        splitUpper(words, highBits, lowBits);
        join(out, UPPER_BASE, unit, lower);
    }

    @Override
    public void positive(int[] words, float[] out, float unit) {
        splitPositive(words, highBits, lowBits);
        join(out, BASE, unit, 0);
    }

    @Override
    public void signed(int[] words, float[] out, float unit) {
        splitSigned(words, highBits, lowBits);
        join(out, BASE, unit, 0);
    }

    @Override
    public void small(int[] integers, float[] out) {
        raise(integers, lowBits);
        cast.toFloats(lowBits, out, N);
        lower(out);
    }

    /** Casts both halves, then {@code (high · base + low) · unit + lower}. */
    private void join(float[] out, float base, float unit, float lower) {
        cast.toFloats(highBits, out, N);
        cast.toFloats(lowBits, low, N);
        join(out, low, base, unit, lower);
    }

    /** 12 and 12 of the 24 upper bits. */
    private static void splitUpper(int[] words, int[] high, int[] low) {
        for (int i = 0; i < N; i++) {
            high[i] = (words[i] >>> 20) + SIGNED_BITS;
            low[i] = ((words[i] >>> 8) & 0xFFF) | UNSIGNED_BITS;
        }
    }

    /** 15 and 16 of the 31 upper bits, the lowest set. */
    private static void splitPositive(int[] words, int[] high, int[] low) {
        for (int i = 0; i < N; i++) {
            high[i] = (words[i] >>> 17) + SIGNED_BITS;
            low[i] = ((words[i] >>> 1) & 0xFFFF) | 1 | UNSIGNED_BITS;
        }
    }

    /** The upper half with its sign, and 16 lower bits without, of the word less its two highest bits. */
    private static void splitSigned(int[] words, int[] high, int[] low) {
        for (int i = 0; i < N; i++) {
            high[i] = ((words[i] << 2) >> 16) + SIGNED_BITS;
            low[i] = ((words[i] << 2) & 0xFFFF) | UNSIGNED_BITS;
        }
    }

    /**
     * What was put on top is subtracted, both exactly; high times a power of two is exact too, so that the sum is the only rounding before
     * the unit.
     */
    private static void join(float[] high, float[] low, float base, float unit, float lower) {
        for (int i = 0; i < N; i++) {
            high[i] = ((high[i] - SIGNED) * base + (low[i] - UNSIGNED)) * unit + lower;
        }
    }

    /** Puts integers, of at most 22 bits and signed, into the mantissas of floats from 2²³ to 2²⁴. */
    private static void raise(int[] integers, int[] bits) {
        for (int i = 0; i < N; i++) {
            bits[i] = integers[i] + SIGNED_BITS;
        }
    }

    /** Subtracts what was put on top; exact. */
    private static void lower(float[] values) {
        for (int i = 0; i < N; i++) {
            values[i] -= SIGNED;
        }
    }
}
