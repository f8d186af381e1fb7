package org.initweights.internal.draw;

import org.initweights.internal.fill.VarianceScaledFill;
import org.initweights.internal.tensor.Precision;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.work.Workers;

/**
 * Draws all the elements of one parameter. There are three: {@code seeded.CounterSampler} (Threefry, by counters),
 * {@code torch.TorchSampler} (the Mersenne Twister, one word after the other) and {@code jax.JaxSampler} (Threefry as JAX counts it).
 *
 * <p>What a call consumes differs. The samplers of {@code seeded} and {@code jax} always begin at element 0 of their stream, so a second
 * call with the same arguments draws the same numbers again; the sampler of {@code torch} goes on where it stopped. A kernel that needs two
 * independent sets of numbers therefore asks for a {@link #part} or numbers its {@link #shuffle}s.
 *
 * <p>Bounds, means and standard deviations are given in double. Each implementation says how it rounds them.
 */
public interface Sampler {

    /**
     * Fills {@code target} with the uniform distribution on {@code [lower, upper)}.
     *
     * <p>Each implementation says how it rounds the bounds, and how it keeps the upper one out.
     */
    void uniform(Storage target, double lower, double upper);

    /**
     * Fills {@code target} with the normal distribution.
     *
     * @param std the standard deviation, not negative
     */
    void normal(Storage target, double mean, double std);

    /**
     * Fills {@code target} with the normal distribution of this mean and standard deviation, restricted to {@code [lower, upper]}.
     *
     * @param mean the mean before the restriction
     * @param std the standard deviation before the restriction
     * @param lower the lower bound, in the units of the elements, not of {@code std}
     * @param upper the upper bound, likewise
     */
    void truncatedNormal(Storage target, double mean, double std, double lower, double upper);

    /** Fills {@code target} with one of the distributions of variance scaling. */
    default void varianceScaled(Storage target, VarianceScaledFill fill) {
        IndependentElements.draw(fill.equivalent(), target, this);
    }

    /**
     * Independent standard normals, as the vectors that become an orthogonal matrix: its columns, or its rows if those are fewer.
     *
     * @param precision in which they are drawn
     */
    default double[][] vectors(int rows, int columns, Precision precision) {
        Storage matrix = NormalMatrix.draw(this, rows, columns, precision);
        boolean tall = rows >= columns;
        double[][] vectors = new double[tall ? columns : rows][tall ? rows : columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                vectors[tall ? j : i][tall ? i : j] = matrix.get((long) i * columns + j);
            }
        }
        return vectors;
    }

    /** Whether what a call draws depends on the calls before, so that nothing can be left out without being counted. */
    default boolean goesOn() {
        return false;
    }

    /** The threads that do what several can do at the same time. */
    Workers workers();

    /**
     * What a part of the parameter draws from, if it follows a rule of its own.
     *
     * @param from the first element of the part, in row-major order, which names the stream
     */
    Sampler part(long from);

    /**
     * Brings {@code items} to a random order.
     *
     * @param draw the number of the shuffle: shuffles of one parameter with different numbers are independent of each other
     */
    void shuffle(int[] items, long draw);

    /** Leaves out a shuffle of so many items. */
    default void passShuffle(int items, long draw) {}
}
