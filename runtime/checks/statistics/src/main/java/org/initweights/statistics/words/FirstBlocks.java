package org.initweights.statistics.words;

import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.initweights.internal.random.StreamKey;

/** The first block of one stream after another: each two words are of a key of their own. */
final class FirstBlocks implements WordOrder {

    private static final int CHUNK = 1 << 16;

    private final LongFunction<StreamKey> keys;
    private long stream;

    /** The streams whose keys {@code keys} tells, from number 0 on. */
    FirstBlocks(LongFunction<StreamKey> keys) {
        this.keys = keys;
    }

    @Override
    public int chunk() {
        return CHUNK;
    }

    @Override
    public void fill(int[] words) {
        IntStream.range(0, CHUNK / 2).parallel().forEach(i -> {
            long block = keys.apply(stream + i).block(0);
            words[2 * i] = (int) (block >>> 32);
            words[2 * i + 1] = (int) block;
        });
        stream += CHUNK / 2;
    }
}
