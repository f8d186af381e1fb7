package org.initweights.internal.draw.seeded;

import org.initweights.internal.random.StreamKey;
import org.initweights.internal.random.Threefry2x32;

/**
 * Makes a tile's random words, and of them its floats, half a tile or a whole one at a time. Every implementation gives the same bits;
 * they differ in what HotSpot makes of them. One belongs to one thread: it may keep scratch arrays.
 *
 * <p>There are two: {@link StagedTransforms}, plain loops for every JVM, and {@code vector.VectorTransforms}, by the Vector API.
 * {@link VectorUse} says when which is taken, and {@code StreamStabilityTest} that they agree.
 */
public interface FloatTransforms {

    /**
     * The words of {@link Threefry2x32#BLOCKS} blocks, as {@link Threefry2x32#generate} makes them.
     *
     * @param first the counter of the first block, a multiple of their number
     */
    void blocks(StreamKey key, long first, int[] x0, int[] x1);

    /** {@code (word >>> 8) · unit + lower} of each word, from {@code out[offset]} on. Product and sum are rounded each by itself. */
    void uniform(int[] words, float[] out, int offset, float unit, float lower);

    /**
     * Pairs of normals, one of each block: those of the cosine from {@code out[offset]} on, those of the sine half a tile later.
     *
     * @param x0 the first words of the blocks, which give the radii
     * @param x1 the second words, which give the angles
     */
    void normal(int[] x0, int[] x1, float[] out, int offset, float std, float mean);

    /** One normal of an interval of each word, from {@code out[offset]} on; none is outside the outermost floats of {@code truncation}. */
    void truncatedNormal(int[] words, float[] out, int offset, FloatTruncation truncation);
}
