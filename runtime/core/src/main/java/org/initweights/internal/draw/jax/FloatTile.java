package org.initweights.internal.draw.jax;

import org.initweights.JaxKey;
import org.initweights.internal.numeric.Fma;
import org.initweights.internal.random.Threefry2x32;
import org.initweights.internal.tensor.Storage;

/**
 * Elements of single precision, by plain loops over arrays of 512.
 *
 * <p><b>What it consumes.</b> A block an element: x0 ^ x1 of the block whose counter is the element's row-major index. This is JAX's
 * partitionable mode, the default since 0.5. So a float costs two words here, where the seeded source takes one.
 *
 * <p><b>Limits.</b> Uniforms are multiples of 2⁻²³ in [0, 1): normals have 2²³ different values, and end at -5.42σ and 5.22σ.
 *
 * <p><b>Changes against the original.</b> XLA compiles each operation of {@code jax.random} for itself, and fuses product and sum where
 * this class says {@link Fma}. The bounds of the loops, and tiles, are ours. {@code JaxParityTest} holds the bits against JAX 0.10.2.
 */
final class FloatTile implements JaxTile {

    private static final int DROPPED_BITS = 9;
    private static final int EXPONENT_OF_ONE = 0x3F80_0000;

    private final int[] x0 = new int[LENGTH];
    private final int[] x1 = new int[LENGTH];
    private final float[] values = new float[LENGTH];
    private final InverseErf inverseErf = new InverseErf(values);

    /** {@code jax.random.uniform}: the 23 upper bits of x0 ^ x1 as the mantissa of a number in [1, 2), less 1. */
    @Override
    public void uniform(JaxKey key, long number) {
        Threefry2x32.generate(key.high(), key.low(), number * LENGTH, x0, x1);
        for (int i = 0; i < LENGTH; i++) {
            values[i] = Float.intBitsToFloat((x0[i] ^ x1[i]) >>> DROPPED_BITS | EXPONENT_OF_ONE) - 1;
        }
    }

    /** {@code max(lower, u · (upper - lower) + lower)}, product and sum fused, bounds and width rounded to float first. */
    @Override
    public void stretch(double lower, double upper) {
        float low = (float) lower;
        float width = (float) upper - low;
        for (int i = 0; i < LENGTH; i++) {
            values[i] = Math.max(low, Fma.of(values[i], width, low));
        }
    }

    @Override
    public void inverseErf() {
        inverseErf.apply();
    }

    @Override
    public void times(double factor) {
        float rounded = (float) factor;
        for (int i = 0; i < LENGTH; i++) {
            values[i] *= rounded;
        }
    }

    @Override
    public void plus(double term) {
        float rounded = (float) term;
        for (int i = 0; i < LENGTH; i++) {
            values[i] += rounded;
        }
    }

    /** To the floats next to the bounds, on the inside. */
    @Override
    public void clipInside(double lower, double upper) {
        float smallest = Math.nextUp((float) lower);
        float largest = Math.nextDown((float) upper);
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
        return (float) value;
    }

    @Override
    public double root(double value) {
        return (float) Math.sqrt(value);
    }

    /** {@code erf(bound / √2)}, where XLA makes the division a product with the reciprocal of √2 in float. */
    @Override
    public double erfOfBound(double bound) {
        return Erf.of((float) bound * (1 / (float) Math.sqrt(2)));
    }

    @Override
    public double aboveMinusOne() {
        return Math.nextUp(-1f);
    }
}
