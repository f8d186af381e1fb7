package org.initweights.internal.draw.seeded;

import org.initweights.internal.random.StreamKey;

/**
 * Makes the values of one tile. What a tile holds depends on the stream and on the tile's number alone. A kernel keeps nothing from call
 * to call, so that threads can share it.
 *
 * <p>Its loops over floats have one length, whatever is wanted: HotSpot does not vectorise those that it has often seen to be short. So a
 * small parameter costs half a tile at least, 0.5 µs.
 */
interface TileKernel {

    /**
     * Leaves at least the first {@code count} values of a tile in {@code out}.
     *
     * @param key the key of the parameter's stream
     * @param number the number of the tile, elements 1024·number and on
     * @param tile the words and the scratch
     * @param out takes the values; it has room for all of them from {@code offset} on
     * @param count how many are wanted, at most {@link Tile#LENGTH}
     */
    void floats(StreamKey key, long number, Tile tile, float[] out, int offset, int count);

    /** Leaves at least the first {@code count} values of tile {@code number} in {@link Tile#doubles}. */
    void doubles(StreamKey key, long number, Tile tile, int count);
}
