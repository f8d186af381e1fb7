package org.initweights.internal.draw.seeded;

import java.util.Optional;
import org.initweights.internal.random.StreamKey;
import org.initweights.internal.random.Threefry2x32;

/**
 * The normal distribution restricted to {@code [lower, upper]}, by inverting its distribution function, so that no value is ever rejected.
 *
 * <p><b>Algorithms</b>, by interval in standard deviations:
 *
 * <ul>
 *   <li>floats, not narrower than 2⁻⁷ and not too far out: {@link TailQuantile}, one word a value;
 *   <li>doubles, and other floats: one block a value, in {@code double} and by {@link StrictMath}: {@link TruncatedQuantile}, that is AS
 *       241, or Newton's method beyond 5σ;
 *   <li>narrower than 2⁻²⁴: {@link NarrowQuantile}, an exponential.
 * </ul>
 *
 * <p><b>Cost.</b> For floats, see {@link TailQuantile}; the ways by doubles are many times slower.
 *
 * <p><b>Limits.</b> Values are clamped to the outermost numbers of the type inside the bounds. If no float is inside, all are the first
 * one above the lower bound. {@code RandomKernelTest} holds bounds and moments, {@code NarrowTruncationTest} that nothing jumps where the
 * formula changes.
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

    /**
     * Chooses the algorithm for an interval.
     *
     * @param mean the mean of the whole distribution
     * @param std its standard deviation, positive
     * @param lower the lower bound, perhaps infinite
     * @param upper the upper bound, perhaps infinite, not below the lower one
     */
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

    /** Floats of an interval that takes doubles: each double is rounded to the nearest float inside the bounds. */
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

    /** From standard deviations, or from parts of the width, to the interval. */
    private static void scale(double[] values, double unit, double origin, double lower, double upper) {
        for (int i = 0; i < N; i++) {
            values[i] = Math.max(lower, Math.min(upper, values[i] * unit + origin));
        }
    }
}
