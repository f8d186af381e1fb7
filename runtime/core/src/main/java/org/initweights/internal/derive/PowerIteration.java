package org.initweights.internal.derive;

import java.util.Arrays;
import org.initweights.SingularSide;
import org.initweights.internal.draw.seeded.SeededSource;
import org.initweights.internal.fill.SpectralVectorFill;
import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.internal.work.Workers;

/**
 * The power method for the largest singular value, in double: u = W · v / ‖W · v‖, v = Wᵀ · u / ‖Wᵀ · u‖, so often as is asked for. Miyato and
 * others, <i>Spectral normalization for generative adversarial networks</i>, 2018, algorithm 1, as {@code _SpectralNorm._power_method} of
 * PyTorch's {@code parametrizations.py} has it.
 *
 * <p>The first v is the same for all matrices with as many columns: normal numbers of a seed of its own. So both vectors are functions of the matrix
 * alone, and belong to each other, though each is computed apart. Cost: two products of matrix and vector each time, by one thread. Memory: eight
 * bytes for each element of the matrix.
 */
final class PowerIteration {

    /** A vector that is shorter is divided by this instead, as PyTorch does it; that of a matrix of zeros stays zero. */
    private static final double LEAST_NORM = 1e-12;

    private static final SeededSource START = new SeededSource(0, Workers.CALLER);

    private PowerIteration() {}

    static double[] vector(SpectralVectorFill fill, SourceElements source) {
        double[][] matrix = matrix(fill, source);
        int columns = Math.toIntExact(fill.columns(source.shape()));
        double[] left = new double[matrix.length];
        double[] right = new double[columns];
        START.sampler("spectral norm").normal(new DoubleArrayStorage(right), 0, 1);
        normalize(right);
        for (int i = 0; i < fill.iterations(); i++) {
            multiply(matrix, right, left);
            multiplyTransposed(matrix, left, right);
        }
        return fill.side() == SingularSide.LEFT ? left : right;
    }

    /** The rows, with the other axes in their order. */
    private static double[][] matrix(SpectralVectorFill fill, SourceElements source) {
        int rows = Math.toIntExact(fill.rows(source.shape()));
        double[][] matrix = new double[rows][Math.toIntExact(fill.columns(source.shape()))];
        long run = fill.run(source.shape());
        source.each((from, values, count) -> {
            for (int i = 0; i < count; i++) {
                long index = from + i;
                long outer = index / run;
                matrix[(int) (outer % rows)][(int) (outer / rows * run + index % run)] = values[i];
            }
        });
        return matrix;
    }

    private static void multiply(double[][] matrix, double[] right, double[] left) {
        for (int row = 0; row < matrix.length; row++) {
            double sum = 0;
            for (int column = 0; column < right.length; column++) {
                sum += matrix[row][column] * right[column];
            }
            left[row] = sum;
        }
        normalize(left);
    }

    private static void multiplyTransposed(double[][] matrix, double[] left, double[] right) {
        Arrays.fill(right, 0);
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < right.length; column++) {
                right[column] += left[row] * matrix[row][column];
            }
        }
        normalize(right);
    }

    private static void normalize(double[] vector) {
        double sum = 0;
        for (double element : vector) {
            sum += element * element;
        }
        double norm = Math.max(Math.sqrt(sum), LEAST_NORM);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= norm;
        }
    }
}
