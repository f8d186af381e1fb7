package org.initweights.kernel;

import java.util.Optional;
import org.initweights.random.StreamKey;
import org.initweights.random.Threefry2x32;

/**
 * The normal distribution restricted to {@code [lower, upper]}, by inverting its distribution function, so that no value is
 * ever rejected. For floats one word makes one value, by {@link TailQuantile}; for doubles, and for intervals that floats are too
 * coarse for, one block does, in {@code double} and by {@link StrictMath}.
 */
final class TruncatedNormalKernel implements TileKernel {

    private static final int N = Threefry2x32.BLOCKS;

    private final double mean;
    private final double std;
    private final double lower;
    private final double upper;
    private final float leastFloat;
    private final float largestFloat;
    private final TruncatedQuantile quantile;
    private final Optional<QuantileSides> sides;

    TruncatedNormalKernel(double mean, double std, double lower, double upper) {
        this.mean = mean;
        this.std = std;
        this.lower = lower;
        this.upper = upper;
        this.leastFloat = Interval.ceilToFloat(lower);
        this.largestFloat = Math.max(leastFloat, Interval.floorToFloat(upper));
        this.quantile = TruncatedQuantile.of((lower - mean) / std, (upper - mean) / std);
        this.sides = QuantileSides.of((lower - mean) / std, (upper - mean) / std);
    }

    @Override
    public void floats(StreamKey key, long number, Tile tile, int count) {
        if (sides.isPresent()) {
            drawFloats(sides.get(), key, number, tile, count);
        } else {
            narrowDoubles(key, number, tile, count);
        }
    }

    private void drawFloats(QuantileSides interval, StreamKey key, long number, Tile tile, int count) {
        tile.draw(key, number);
        drawFloats(interval, tile.x0, tile, 0);
        if (count > N) {
            drawFloats(interval, tile.x1, tile, N);
        }
    }

    private void drawFloats(QuantileSides interval, int[] words, Tile tile, int offset) {
        tile.truncated.draw(words, interval);
        float[] values = tile.truncated.values;
        scale(values, (float) std, (float) mean, leastFloat, largestFloat);
        System.arraycopy(values, 0, tile.floats, offset, N);
    }

    private static void scale(float[] values, float std, float mean, float least, float largest) {
        for (int i = 0; i < N; i++) {
            values[i] = Math.max(least, Math.min(largest, values[i] * std + mean));
        }
    }

    private void narrowDoubles(StreamKey key, long number, Tile tile, int count) {
        doubles(key, number, tile, count);
        for (int i = 0; i < count; i++) {
            tile.floats[i] = Math.max(leastFloat, Math.min(largestFloat, (float) tile.doubles[i]));
        }
    }

    @Override
    public void doubles(StreamKey key, long number, Tile tile, int count) {
        for (int half = 0; half < 2 && half * N < count; half++) {
            int blocks = Math.min(N, count - half * N);
            tile.draw(key, 2 * number + half);
            for (int i = 0; i < blocks; i++) {
                double u = ((tile.block(i) >>> 12) + 0.5) * 0x1p-52;
                double value = quantile.at(u) * std + mean;
                tile.doubles[half * N + i] = Math.max(lower, Math.min(upper, value));
            }
        }
    }
}
