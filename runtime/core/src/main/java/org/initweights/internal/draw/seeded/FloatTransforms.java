package org.initweights.internal.draw.seeded;

import org.initweights.internal.random.StreamKey;
import org.initweights.internal.random.Threefry2x32;

/**
 * Makes a tile's random words, and of them its floats, half a tile or a whole one at a time. Every implementation gives the same bits; they
 * differ in what HotSpot makes of them. One belongs to one thread: it may keep scratch arrays.
 */
public interface FloatTransforms {

    /** The words of {@link Threefry2x32#BLOCKS} blocks from a counter on, as {@link Threefry2x32#generate} makes them. */
    void blocks(StreamKey key, long first, int[] x0, int[] x1);

    /** {@code (word >>> 8) · unit + lower} of each word, from {@code out[offset]} on. */
    void uniform(int[] words, float[] out, int offset, float unit, float lower);

    /**
     * Pairs of normals, one of each block: those of the cosine from {@code out[offset]} on, those of the sine half a tile later.
     */
    void normal(int[] x0, int[] x1, float[] out, int offset, float std, float mean);

    /** One normal of an interval of each word, from {@code out[offset]} on. */
    void truncatedNormal(int[] words, float[] out, int offset, FloatTruncation truncation);
}
