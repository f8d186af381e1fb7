package org.initweights.statistics.words;

import org.initweights.internal.random.StreamKey;
import org.initweights.internal.random.Threefry2x32;

/** Several streams in chunks of 512 blocks, and within a chunk block by block: {@code x0}, {@code x1}, {@code x0}, and so on. */
final class BlockOrder implements WordOrder {

    private static final int BLOCKS = Threefry2x32.BLOCKS;

    private final StreamKey[] keys;
    private final int[] x0 = new int[BLOCKS];
    private final int[] x1 = new int[BLOCKS];
    private long block;

    BlockOrder(StreamKey... keys) {
        this.keys = keys.clone();
    }

    @Override
    public int chunk() {
        return keys.length * 2 * BLOCKS;
    }

    @Override
    public void fill(int[] words) {
        int at = 0;
        for (StreamKey key : keys) {
            Threefry2x32.generate(key.k0(), key.k1(), block, x0, x1);
            for (int i = 0; i < BLOCKS; i++) {
                words[at++] = x0[i];
                words[at++] = x1[i];
            }
        }
        block += BLOCKS;
    }
}
