package org.initweights.internal.draw;

import org.initweights.internal.fill.VarianceScaledFill;
import org.initweights.internal.tensor.Precision;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.work.Workers;

/** Draws all the elements of one parameter. */
public interface Sampler {

    /** Fills {@code target} with the uniform distribution on {@code [lower, upper)}. */
    void uniform(Storage target, double lower, double upper);

    /** Fills {@code target} with the normal distribution. */
    void normal(Storage target, double mean, double std);

    /**
     * Fills {@code target} with the normal distribution of this mean and standard deviation, restricted to
     * {@code [lower, upper]}.
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

    /** Who does what can be done by several threads. */
    Workers workers();

    /** What the part of the parameter that begins at the element {@code from} draws from. */
    Sampler part(long from);

    /** Shuffles {@code items}; {@code draw} numbers the independent shuffles of one parameter. */
    void shuffle(int[] items, long draw);
}
