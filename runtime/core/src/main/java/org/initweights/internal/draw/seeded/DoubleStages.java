package org.initweights.internal.draw.seeded;

import org.initweights.internal.numeric.LongCast;
import org.initweights.internal.random.Threefry2x32;

/**
 * Makes the doubles of half a tile of its random blocks, of 64 bits each, in stages: small loops over arrays that C2 vectorises on every
 * JDK, without flags. One belongs to one thread.
 *
 * <p><b>Algorithm.</b> Integers become doubles by their bits: an integer below 2⁵² is put into the mantissa of a number in [1, 2), or in
 * [2⁵², 2⁵³), and what was put on top is subtracted.
 *
 * <p><b>What it consumes.</b> Uniforms take the 53 upper bits of a block, quantiles the 52 upper ones, normals as {@link DoubleBoxMuller}
 * says.
 *
 * <p><b>Limits.</b> Uniforms are multiples of 2⁻⁵³ in [0, 1). Arguments of quantiles are odd multiples of 2⁻⁵³, from 2⁻⁵³ to 1 - 2⁻⁵³:
 * never 0 or 1.
 */
final class DoubleStages {

    private static final int N = Threefry2x32.BLOCKS;
    private static final double UNIT = 0x1p-53;
    static final long ONE_BITS = 0x3FF0_0000_0000_0000L;

    /** These bits and those of an integer below 2⁵² are a double, 2⁵² larger than the integer. */
    static final long INTEGER_BITS = 0x4330_0000_0000_0000L;

    static final double INTEGER = 0x1p52;

    private final LongCast cast = new LongCast(N);
    private final DoubleBoxMuller normals = new DoubleBoxMuller(cast);
    private final long[] first = new long[N];
    private final long[] second = new long[N];
    private final double[] values = new double[N];
    private final double[] low = new double[N];

    /** The 53 upper bits of each block, a number in [0, 1), times width, plus lower, from {@code out[offset]} on. */
    void uniform(int[] x0, int[] x1, double[] out, int offset, double width, double lower) {
        join(x0, x1, first);
        lowestBits(first, second);
        upperBits(first, first);
        cast.toDoubles(first, values, N);
        cast.toDoubles(second, low, N);
        scale(values, low, width, lower);
        System.arraycopy(values, 0, out, offset, N);
    }

    /** The quantiles at the 52 upper bits of each block, the middles of as many intervals of (0, 1); the next call reuses the array. */
    double[] quantiles(int[] x0, int[] x1, TruncatedQuantile quantile, int count) {
        join(x0, x1, first);
        upperBits(first, first);
        cast.toDoubles(first, low, N);
        centre(low);
        quantile.apply(low, values, count);
        return values;
    }

    /** Takes the blocks that give the radius of the next normals. */
    void takeRadius(int[] x0, int[] x1) {
        join(x0, x1, first);
    }

    /**
     * Takes the blocks that give their angle, and makes the normals: those of the cosine from {@code out[0]} on, those of the sine half
     * a tile later.
     */
    void normal(int[] x0, int[] x1, double[] out, double std, double mean) {
        join(x0, x1, second);
        normals.draw(first, second);
        scaleNormals(normals.cosine, normals.radius, std, mean);
        System.arraycopy(normals.cosine, 0, out, 0, N);
        scaleNormals(normals.sine, normals.radius, std, mean);
        System.arraycopy(normals.sine, 0, out, N, N);
    }

    /** Both words of each block as one number, the first word the high half. */
    private static void join(int[] x0, int[] x1, long[] out) {
        for (int i = 0; i < N; i++) {
            out[i] = (long) x0[i] << 32 | (x1[i] & 0xFFFF_FFFFL);
        }
    }

    /** The 52 highest bits as the mantissa of a number in [1, 2). */
    static void upperBits(long[] bits, long[] out) {
        for (int i = 0; i < N; i++) {
            out[i] = (bits[i] >>> 12) | ONE_BITS;
        }
    }

    /** From [1, 2) to the middles of as many intervals of (0, 1). */
    static void centre(double[] values) {
        for (int i = 0; i < N; i++) {
            values[i] = (values[i] - 1) + 0x1p-53;
        }
    }

    /** The 53rd bit as an integer. */
    private static void lowestBits(long[] bits, long[] out) {
        for (int i = 0; i < N; i++) {
            out[i] = ((bits[i] >>> 11) & 1) | INTEGER_BITS;
        }
    }

    /** The 52 bits and the 53rd as a number in [0, 1), times width, plus lower. */
    private static void scale(double[] values, double[] low, double width, double lower) {
        for (int i = 0; i < N; i++) {
            values[i] = ((values[i] - 1) + (low[i] - INTEGER) * UNIT) * width + lower;
        }
    }

    private static void scaleNormals(double[] direction, double[] radius, double std, double mean) {
        for (int i = 0; i < N; i++) {
            direction[i] = direction[i] * radius[i] * std + mean;
        }
    }
}
