package org.initweights.kernel;

/** Makes the values of one tile. What a tile holds depends on the stream and on the tile's number alone. */
interface TileKernel {

    /** Leaves the values of tile {@code number} in {@link Tile#floats}. */
    void floats(long number, Tile tile);

    /** Leaves the values of tile {@code number} in {@link Tile#doubles}. */
    void doubles(long number, Tile tile);
}
