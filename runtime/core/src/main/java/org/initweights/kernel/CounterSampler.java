package org.initweights.kernel;

import org.initweights.random.StreamKey;
import org.initweights.tensor.Precision;
import org.initweights.tensor.Storage;

/**
 * Draws from a counter-based stream. Values are made in tiles of {@link Tile#LENGTH}; whole tiles are made and the part that is
 * wanted is copied, so that a value depends on its index alone, not on where a range begins or ends.
 */
record CounterSampler(StreamKey key) implements Sampler {

    @Override
    public void uniform(Storage target, double lower, double upper) {
        fill(target, 0, target.length(), new UniformKernel(lower, upper));
    }

    @Override
    public void normal(Storage target, double mean, double std) {
        fill(target, 0, target.length(), new NormalKernel(mean, std));
    }

    @Override
    public void truncatedNormal(Storage target, double mean, double std, double lower, double upper) {
        fill(target, 0, target.length(), new TruncatedNormalKernel(mean, std, lower, upper));
    }

    /** Its stream begins in the middle of the counters, as far from the parameter's as from those of its shuffles. */
    @Override
    public Sampler part(long from) {
        return new CounterSampler(key.derive(Long.MIN_VALUE + from));
    }

    /** Fisher and Yates' shuffle. Its stream begins at the end of the parameter's, which no tensor is long enough to reach. */
    @Override
    public void shuffle(int[] items, long draw) {
        StreamKey stream = key.derive(~draw);
        for (int i = items.length - 1; i > 0; i--) {
            int j = (int) Math.multiplyHigh(stream.block(i) >>> 1, 2L * (i + 1));
            int swapped = items[i];
            items[i] = items[j];
            items[j] = swapped;
        }
    }

    /** Writes the elements of the range {@code [from, to)}. */
    void fill(Storage target, long from, long to, TileKernel kernel) {
        Tile tile = new Tile(key);
        for (long start = from; start < to; ) {
            long number = start / Tile.LENGTH;
            int skipped = (int) (start % Tile.LENGTH);
            int count = (int) Math.min(Tile.LENGTH - skipped, to - start);
            if (target.precision() == Precision.SINGLE) {
                kernel.floats(number, tile);
                System.arraycopy(tile.floats, skipped, tile.floats, 0, count);
                target.put(start, tile.floats, count);
            } else {
                kernel.doubles(number, tile);
                System.arraycopy(tile.doubles, skipped, tile.doubles, 0, count);
                target.put(start, tile.doubles, count);
            }
            start += count;
        }
    }
}
