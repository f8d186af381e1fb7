package org.initweights.internal.draw.seeded;

import org.initweights.internal.random.StreamKey;
import org.initweights.internal.random.Threefry2x32;

/**
 * The uniform distribution on {@code [lower, upper)}: {@code u · width + lower}.
 *
 * <p><b>What it consumes.</b> Floats: 24 bits of one word a value. Doubles: 53 bits of one block a value.
 *
 * <p><b>Cost.</b> A shift, a conversion, a multiplication and an addition on top of Threefry, which is most of it: 1420 million floats a
 * second on two cores on JDK 17, 2342 on 25 ({@code runtime/docs/speed.md}).
 *
 * <p><b>Limits.</b> 2²⁴ different floats, 2⁵³ doubles, equally spaced before they are rounded. The lower bound of floats is the first
 * float that is not below it; the width is made smaller until no rounding reaches the upper bound, an ulp at a time. If no float is
 * inside, all values are the first one above. {@code RandomKernelTest} and {@code HalfBoundsTest} hold the bounds.
 */
final class UniformKernel implements TileKernel {

    private static final int N = Threefry2x32.BLOCKS;

    /** Multiplying by a power of two is exact, so that one product serves for unit and width. */
    private static final float FLOAT_UNIT = 0x1p-24f;

    private static final double DOUBLE_UNIT = 0x1p-53;

    private final float floatLower;
    private final float floatWidth;
    private final double lower;
    private final double width;

    /**
     * The distribution of these bounds. Floats have the smallest floats that are not below them, and a width with which rounding stays
     * below the upper one.
     */
    UniformKernel(double lower, double upper) {
        this.floatLower = Interval.ceilToFloat(lower);
        this.floatWidth = floatWidth(floatLower, Interval.ceilToFloat(upper));
        this.lower = lower;
        this.width = width(lower, upper);
    }

    /**
     * The largest width with which rounding never reaches the upper bound: an ulp less at a time, and, where the bounds are only
     * a few floats apart, soon ever more.
     */
    private static float floatWidth(float lower, float upper) {
        if (lower >= upper) {
            return 0;
        }
        float width = (float) Math.min((double) upper - lower, Float.MAX_VALUE);
        float largest = 1 - FLOAT_UNIT;
        for (int steps = 0; largest * width + lower >= upper; steps++) {
            width = steps < 8 ? Math.nextDown(width) : (float) (width * (1 - Math.scalb(1.0, steps - 32)));
        }
        return Math.max(width, 0);
    }

    /** The largest width of doubles with which rounding never reaches the upper bound. */
    private static double width(double lower, double upper) {
        if (lower >= upper) {
            return 0;
        }
        double width = Math.min(upper - lower, Double.MAX_VALUE);
        double largest = 1 - DOUBLE_UNIT;
        for (int steps = 0; largest * width + lower >= upper; steps++) {
            width = steps < 8 ? Math.nextDown(width) : width * (1 - Math.scalb(1.0, steps - 60));
        }
        return Math.max(width, 0);
    }

    @Override
    public void floats(StreamKey key, long number, Tile tile, float[] out, int offset, int count) {
        tile.draw(key, number);
        tile.transforms.uniform(tile.x0, out, offset, floatWidth * FLOAT_UNIT, floatLower);
        if (count > N) {
            tile.transforms.uniform(tile.x1, out, offset + N, floatWidth * FLOAT_UNIT, floatLower);
        }
    }

    @Override
    public void doubles(StreamKey key, long number, Tile tile, int count) {
        for (int half = 0; half < 2 && half * N < count; half++) {
            tile.draw(key, 2 * number + half);
            tile.doubleStages().uniform(tile.x0, tile.x1, tile.doubles, half * N, width, lower);
        }
    }
}
