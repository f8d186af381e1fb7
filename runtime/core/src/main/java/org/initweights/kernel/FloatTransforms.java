package org.initweights.kernel;

/**
 * Makes the floats of a tile of its random words, half a tile or a whole one at a time. Every implementation gives the same bits; they
 * differ in what HotSpot makes of them. One belongs to one thread: it may keep scratch arrays.
 */
public interface FloatTransforms {

    /** {@code (word >>> 8) · unit + lower} of each word, from {@code out[offset]} on. */
    void uniform(int[] words, float[] out, int offset, float unit, float lower);

    /**
     * Pairs of normals, one of each block: those of the cosine from {@code out[offset]} on, those of the sine half a tile later.
     */
    void normal(int[] x0, int[] x1, float[] out, int offset, float std, float mean);

    /** One normal of an interval of each word, from {@code out[offset]} on. */
    void truncatedNormal(int[] words, float[] out, int offset, FloatTruncation truncation);
}
