package org.initweights.internal.draw.jax;

import org.initweights.JaxKey;
import org.initweights.internal.random.Threefry2x32;
import org.initweights.internal.tensor.Storage;

/**
 * Elements of double precision, which JAX has in its 64-bit mode.
 *
 * <p><b>What it consumes.</b> A block an element: both words as one number, the first high; the 52 upper bits count.
 *
 * <p><b>Limits.</b> The logarithm is the C library's in XLA, and the error function of the bounds too: the last bits of what is made of
 * them may differ. Uniforms are multiples of 2⁻⁵². One tile belongs to one thread.
 *
 * <p>The operations are those of {@link FloatTile}, which says the rest.
 */
final class DoubleTile implements JaxTile {

    private static final int DROPPED_BITS = 12;
    private static final long EXPONENT_OF_ONE = 0x3FF0_0000_0000_0000L;

    private final int[] x0 = new int[LENGTH];
    private final int[] x1 = new int[LENGTH];
    private final double[] values = new double[LENGTH];

    /** {@code jax.random.uniform}: the 52 upper bits as the mantissa of a number in [1, 2), less 1. */
    @Override
    public void uniform(JaxKey key, long number) {
        Threefry2x32.generate(key.high(), key.low(), number * LENGTH, x0, x1);
        for (int i = 0; i < LENGTH; i++) {
            long word = (long) x0[i] << Integer.SIZE | Integer.toUnsignedLong(x1[i]);
            values[i] = Double.longBitsToDouble(word >>> DROPPED_BITS | EXPONENT_OF_ONE) - 1;
        }
    }

    /** {@code max(lower, u · (upper - lower) + lower)}, product and sum fused. */
    @Override
    public void stretch(double lower, double upper) {
        double width = upper - lower;
        for (int i = 0; i < LENGTH; i++) {
            values[i] = Math.max(lower, Math.fma(values[i], width, lower));
        }
    }

    @Override
    public void inverseErf() {
        for (int i = 0; i < LENGTH; i++) {
            values[i] = DoubleInverseErf.of(values[i]);
        }
    }

    @Override
    public void times(double factor) {
        for (int i = 0; i < LENGTH; i++) {
            values[i] *= factor;
        }
    }

    @Override
    public void plus(double term) {
        for (int i = 0; i < LENGTH; i++) {
            values[i] += term;
        }
    }

    /** To the doubles next to the bounds, on the inside. */
    @Override
    public void clipInside(double lower, double upper) {
        double smallest = Math.nextUp(lower);
        double largest = Math.nextDown(upper);
        for (int i = 0; i < LENGTH; i++) {
            values[i] = Math.min(Math.max(values[i], smallest), largest);
        }
    }

    @Override
    public void put(Storage target, long offset, int count) {
        target.put(offset, values, count);
    }

    @Override
    public double round(double value) {
        return value;
    }

    @Override
    public double root(double value) {
        return Math.sqrt(value);
    }

    /** The error function of a bound, by {@link DoubleErf}; XLA's is the C library's. */
    @Override
    public double erfOfBound(double bound) {
        return DoubleErf.of(bound / Math.sqrt(2));
    }

    @Override
    public double aboveMinusOne() {
        return Math.nextUp(-1.0);
    }
}
