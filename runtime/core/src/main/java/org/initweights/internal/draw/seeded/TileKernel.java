package org.initweights.internal.draw.seeded;

import org.initweights.internal.random.StreamKey;

/**
 * Makes the values of one tile. What a tile holds depends on the stream and on the tile's number alone. A kernel keeps nothing from
 * call to call, so that threads can share it. Its loops over floats have one length, whatever is wanted: HotSpot does not vectorise those
 * that it has often seen to be short.
 */
interface TileKernel {

    /** Leaves at least the first {@code count} values of tile {@code number} in {@code out}, which has room for all of them. */
    void floats(StreamKey key, long number, Tile tile, float[] out, int offset, int count);

    /** Leaves at least the first {@code count} values of tile {@code number} in {@link Tile#doubles}. */
    void doubles(StreamKey key, long number, Tile tile, int count);
}
