package org.initweights.internal.draw.seeded;

/**
 * Makes floats by the processor's own conversion of integers. From JDK 21 on C2 has a vector form of it, so these loops are vectorised;
 * before, {@link SplitWordFloats} is faster. Both make the same bits.
 *
 * <p>Cost: a shift, a conversion, a multiplication and perhaps an addition a word, in one loop. It has no state.
 */
final class DirectWordFloats implements WordFloats {

    @Override
    public void uniform(int[] words, float[] out, float unit, float lower) {
        scaleUpper(words, out, unit, lower);
    }

    /** The 24 upper bits: exact as a float, so that only product and sum round. */
    private static void scaleUpper(int[] words, float[] out, float unit, float lower) {
        for (int i = 0; i < N; i++) {
            out[i] = (words[i] >>> 8) * unit + lower;
        }
    }

    @Override
    public void positive(int[] words, float[] out, float unit) {
        scalePositive(words, out, unit);
    }

    /** 31 bits round to the nearest of the 24-bit numbers; the product with a power of two is exact. */
    private static void scalePositive(int[] words, float[] out, float unit) {
        for (int i = 0; i < N; i++) {
            out[i] = ((words[i] >>> 1) | 1) * unit;
        }
    }

    @Override
    public void signed(int[] words, float[] out, float unit) {
        scaleSigned(words, out, unit);
    }

    /** 30 bits and a sign: the shift drops the two bits that number the quadrant. */
    private static void scaleSigned(int[] words, float[] out, float unit) {
        for (int i = 0; i < N; i++) {
            out[i] = (words[i] << 2) * unit;
        }
    }

    @Override
    public void small(int[] integers, float[] out) {
        convert(integers, out);
    }

    private static void convert(int[] integers, float[] out) {
        for (int i = 0; i < N; i++) {
            out[i] = integers[i];
        }
    }
}
