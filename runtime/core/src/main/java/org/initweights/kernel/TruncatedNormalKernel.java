package org.initweights.kernel;

import org.initweights.random.StreamKey;
import org.initweights.random.Threefry2x32;

/**
 * The normal distribution restricted to {@code [lower, upper]}, by inverting its distribution function, so that no value is
 * ever rejected. One block makes one value; the arithmetic is in {@code double} and by {@link StrictMath}.
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

    TruncatedNormalKernel(double mean, double std, double lower, double upper) {
        this.mean = mean;
        this.std = std;
        this.lower = lower;
        this.upper = upper;
        this.leastFloat = Interval.ceilToFloat(lower);
        this.largestFloat = Math.max(leastFloat, Interval.floorToFloat(upper));
        this.quantile = TruncatedQuantile.of((lower - mean) / std, (upper - mean) / std);
    }

    @Override
    public void floats(StreamKey key, long number, Tile tile, int count) {
        doubles(key, number, tile, count);
        for (int i = 0; i < count; i++) {
            tile.floats[i] = Math.max(leastFloat, Math.min(largestFloat, (float) tile.doubles[i]));
        }
    }

    @Override
    public void doubles(StreamKey key, long number, Tile tile, int count) {
        for (int half = 0; half < 2 && half * N < count; half++) {
            int blocks = Math.min(N, count - half * N);
            tile.draw(key, 2 * number + half, blocks);
            for (int i = 0; i < blocks; i++) {
                double u = ((tile.block(i) >>> 12) + 0.5) * 0x1p-52;
                double value = quantile.at(u) * std + mean;
                tile.doubles[half * N + i] = Math.max(lower, Math.min(upper, value));
            }
        }
    }
}
