package org.initweights.statistics.words;

import java.util.Arrays;
import org.initweights.internal.random.StreamKey;
import org.initweights.internal.random.Threefry2x32;

/** The words of one parameter, as its float32 elements take them: of each 512 blocks first all {@code x0}, then all {@code x1}. */
final class ElementOrder implements WordOrder {

    private static final int BLOCKS = Threefry2x32.BLOCKS;
    private static final int CHUNK = 32 * 2 * BLOCKS;

    private final StreamKey key;
    private final int[] x0 = new int[BLOCKS];
    private final int[] x1 = new int[BLOCKS];
    private long block;

    ElementOrder(StreamKey key) {
        this.key = key;
    }

    @Override
    public int chunk() {
        return CHUNK;
    }

    @Override
    public void fill(int[] words) {
        fill(words, 0, words.length);
    }

    /** Writes the next words into the range {@code [from, to)}, whose length is a multiple of a tile's. */
    void fill(int[] words, int from, int to) {
        for (int at = from; at < to; at += 2 * BLOCKS) {
            Threefry2x32.generate(key.k0(), key.k1(), block, x0, x1);
            System.arraycopy(x0, 0, words, at, BLOCKS);
            System.arraycopy(x1, 0, words, at + BLOCKS, BLOCKS);
            block += BLOCKS;
        }
    }

    static ElementOrder[] of(StreamKey[] keys) {
        return Arrays.stream(keys).map(ElementOrder::new).toArray(ElementOrder[]::new);
    }
}
