package org.initweights.kernel;

/** Makes integers floats, rounded to nearest even, as {@code (float) i} does. */
interface IntToFloat {

    /** Since this version C2 has a vector form of {@code (float) i}. */
    int DIRECT_SINCE = 21;

    /** Converts all of {@code from}, which keeps nothing of its own. */
    void convert(int[] from, float[] to);

    /**
     * The fastest that this JVM has.
     *
     * @param length how many are converted at a time
     */
    static IntToFloat create(int length) {
        return Runtime.version().feature() >= DIRECT_SINCE
                ? new DirectConversion(length)
                : new HalvesConversion(length);
    }
}
