package org.initweights.internal.draw.seeded;

import java.util.Optional;
import org.initweights.internal.random.StreamKey;
import org.initweights.internal.random.Threefry2x32;

/**
 * The normal distribution restricted to {@code [lower, upper]}, by inverting its distribution function, so that no value is
 * ever rejected. For floats one word makes one value, by {@link TailQuantile}; for doubles, and for intervals that floats are too
 * coarse for, one block does, in {@code double} and by {@link StrictMath}.
 */
final class TruncatedNormalKernel implements TileKernel {

    private static final int N = Threefry2x32.BLOCKS;

    private final double unit;
    private final double origin;
    private final double lower;
    private final double upper;
    private final float leastFloat;
    private final float largestFloat;
    private final TruncatedQuantile quantile;
    private final Optional<FloatTruncation> truncation;

    TruncatedNormalKernel(double mean, double std, double lower, double upper) {
        this.lower = lower;
        this.upper = upper;
        this.leastFloat = Interval.ceilToFloat(lower);
        this.largestFloat = Math.max(leastFloat, Interval.floorToFloat(upper));
        double width = upper - lower;
        if (width / std < NarrowQuantile.WIDTH) {
            // From the bound that is nearer to the mean, since the sum with the mean would lose the digits of what is
            // added.
            boolean isFromLower = mean <= lower + width / 2;
            this.unit = width;
            this.origin = isFromLower ? lower : upper;
            NarrowQuantile narrow = new NarrowQuantile(Math.abs(origin - mean) / std * (width / std));
            this.quantile = isFromLower ? narrow : new TruncatedQuantile.Mirrored(narrow);
        } else {
            this.unit = std;
            this.origin = mean;
            this.quantile = TruncatedQuantile.of((lower - mean) / std, (upper - mean) / std);
        }
        this.truncation = QuantileSides.of((lower - mean) / std, (upper - mean) / std)
                .map(sides -> new FloatTruncation(sides, (float) std, (float) mean, leastFloat, largestFloat));
    }

    @Override
    public void floats(StreamKey key, long number, Tile tile, float[] out, int offset, int count) {
        if (truncation.isPresent()) {
            tile.draw(key, number);
            tile.transforms.truncatedNormal(tile.x0, out, offset, truncation.get());
            if (count > N) {
                tile.transforms.truncatedNormal(tile.x1, out, offset + N, truncation.get());
            }
        } else {
            narrowDoubles(key, number, tile, out, offset, count);
        }
    }

    private void narrowDoubles(StreamKey key, long number, Tile tile, float[] out, int offset, int count) {
        doubles(key, number, tile, count);
        for (int i = 0; i < count; i++) {
            out[offset + i] = Math.max(leastFloat, Math.min(largestFloat, (float) tile.doubles[i]));
        }
    }

    @Override
    public void doubles(StreamKey key, long number, Tile tile, int count) {
        for (int half = 0; half < 2 && half * N < count; half++) {
            int blocks = Math.min(N, count - half * N);
            tile.draw(key, 2 * number + half);
            double[] values = tile.doubleStages().quantiles(tile.x0, tile.x1, quantile, blocks);
            scale(values, unit, origin, lower, upper);
            System.arraycopy(values, 0, tile.doubles, half * N, blocks);
        }
    }

    private static void scale(double[] values, double unit, double origin, double lower, double upper) {
        for (int i = 0; i < N; i++) {
            values[i] = Math.max(lower, Math.min(upper, values[i] * unit + origin));
        }
    }
}
