package org.initweights.kernel;

import org.initweights.random.StreamKey;
import org.initweights.random.Threefry2x32;

/** The random words of one tile, and room for the values made of them; one a call, reused from tile to tile. */
final class Tile {

    /** How many values a tile has, whatever they are made of. */
    static final int LENGTH = 2 * Threefry2x32.BLOCKS;

    final int[] x0 = new int[Threefry2x32.BLOCKS];
    final int[] x1 = new int[Threefry2x32.BLOCKS];
    final float[] floats = new float[LENGTH];
    final double[] doubles = new double[LENGTH];
    private final StreamKey key;

    Tile(StreamKey key) {
        this.key = key;
    }

    /** Both words of a block. */
    long block(int i) {
        return (long) x0[i] << 32 | (x1[i] & 0xFFFFFFFFL);
    }

    /** Takes the words of the {@code group}-th run of {@link Threefry2x32#BLOCKS} blocks of the stream. */
    void draw(long group) {
        Threefry2x32.generate(key.k0(), key.k1(), group * Threefry2x32.BLOCKS, x0, x1);
    }
}
