package org.initweights.internal.draw.jax;

import org.initweights.DType;
import org.initweights.HalfFormat;
import org.initweights.JaxKey;
import org.initweights.internal.random.Threefry2x32;
import org.initweights.internal.tensor.Storage;

/**
 * A run of 512 elements of a JAX array of one type, and the operations of {@code jax.random} on it. Each operation rounds as XLA's code
 * for processors with AVX2 or AVX-512 does. Numbers that an operation takes become numbers of the array's type first.
 *
 * <p>{@link FloatTile}, {@link DoubleTile} and {@link HalfTile} say what a type consumes and how fine its uniforms are. One tile belongs
 * to one thread.
 */
interface JaxTile {

    /** How many elements there are. */
    int LENGTH = Threefry2x32.BLOCKS;

    /** The elements of {@code jax.random.uniform(key, ...)} from {@code number · LENGTH} on. */
    void uniform(JaxKey key, long number);

    /** Makes uniforms on [0, 1) to uniforms on [lower, upper), as {@code jax.random.uniform} does. */
    void stretch(double lower, double upper);

    /** {@code jax.lax.erf_inv}. */
    void inverseErf();

    /** {@code x * factor}. */
    void times(double factor);

    /** {@code x + term}. */
    void plus(double term);

    /** {@code jnp.clip} to the numbers strictly between these. */
    void clipInside(double lower, double upper);

    /** Writes the first {@code count} elements. */
    void put(Storage target, long offset, int count);

    /** The nearest number of this type. */
    double round(double value);

    /** {@code jnp.sqrt} of a number of this type. */
    double root(double value);

    /** {@code erf(bound / sqrt(2))}. */
    double erfOfBound(double bound);

    /** The smallest number of this type that is larger than -1. */
    double aboveMinusOne();

    /** A new tile of this type. */
    static JaxTile of(DType dtype) {
        return switch (dtype) {
            case F64 -> new DoubleTile();
            case F32 -> new FloatTile();
            case F16 -> new HalfTile(HalfFormat.FP16);
            case BF16 -> new HalfTile(HalfFormat.BF16);
            case I32, I64 -> throw new IllegalArgumentException("random numbers of " + dtype + " are not drawn");
        };
    }
}
