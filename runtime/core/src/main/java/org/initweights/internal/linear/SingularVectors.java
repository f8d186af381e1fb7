package org.initweights.internal.linear;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.initweights.internal.work.Workers;

/**
 * The largest singular values of a matrix, in falling order, and their vectors.
 *
 * <p><b>Origin.</b> Subspace iteration with Rayleigh and Ritz's method (Saad, <i>Numerical methods for large eigenvalue problems</i>, chapter
 * 5), accelerated by a {@link ChebyshevFilter}. On the space the matrix is decomposed by {@link JacobiRotations}.
 *
 * <p><b>Cost.</b> The space has at least sixteen vectors more than are asked for, so that singular values that are equal, or nearly, are all found.
 * Steps go on until {@code |Aᵀu - σv|} is 10⁻¹⁰ of the largest singular value for all that are asked for: with b vectors 4mnb flops a
 * degree of the filter, of which about a hundred are needed where singular values hardly fall, and few where they do.
 *
 * <p><b>Storage.</b> A transposed copy if the matrix is wider than high, and about 40·b·(m + n) bytes.
 *
 * <p><b>Limits.</b> If the steps do not end, or nearly all singular values are asked for, the matrix is decomposed as a whole. The sign of a pair of
 * vectors is free: the element of the left one that is farthest from 0 is made positive. Vectors of equal singular values are any
 * orthonormal ones of their space. The bits do not depend on the workers.
 */
public final class SingularVectors {

    /** The error of a pair of vectors that ends the search, relative to the largest singular value. */
    private static final double RESIDUAL = 1e-10;

    private static final int MORE_VECTORS = 16;

    /** More steps than any matrix is known to need. */
    private static final int MOST_STEPS = 400;

    /** Singular values that are smaller against the largest are rounding errors. */
    private static final double LEAST = 1e-13;

    private final double[] values;
    private final double[][] left;
    private final double[][] right;

    private SingularVectors(double[] values, double[][] left, double[][] right) {
        this.values = values;
        this.left = left;
        this.right = right;
    }

    /** The singular values, from the largest on. */
    public double[] values() {
        return values;
    }

    /** The left vectors, each of as many elements as the matrix has rows. */
    public double[][] left() {
        return left;
    }

    /** The right vectors, each of as many elements as the matrix has columns. */
    public double[][] right() {
        return right;
    }

    /**
     * Finds the largest singular values.
     *
     * @param matrix its rows, all of the same length, and at least one
     * @param count how many, no more than rows or columns
     * @throws ArithmeticException if an element is not finite
     */
    public static SingularVectors largest(double[][] matrix, int count, Workers workers) {
        for (double[] row : matrix) {
            if (!Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new ArithmeticException("an element is not finite");
            }
        }
        if (matrix.length < matrix[0].length) {
            return ofHigh(Products.transposed(matrix), count, workers).turned().withSigns();
        }
        return ofHigh(matrix, count, workers).withSigns();
    }

    private static SingularVectors ofHigh(double[][] matrix, int count, Workers workers) {
        int columns = matrix[0].length;
        int block = count + Math.max(MORE_VECTORS, count / 2);
        if (block >= columns) {
            return on(identity(columns), matrix, workers).first(count);
        }
        double[][] space = start(block, columns, workers);
        for (int step = 0; step < MOST_STEPS; step++) {
            SingularVectors found = on(space, matrix, workers);
            SingularVectors wanted = found.first(count);
            if (wanted.isExact(matrix, workers)) {
                return wanted;
            }
            space = found.next(matrix, workers);
        }
        return on(identity(columns), matrix, workers).first(count);
    }

    /** The space of the right vectors, after a step towards those of the largest singular values. */
    private double[][] next(double[][] matrix, Workers workers) {
        double damped = Math.max(values[values.length - 1], LEAST * values[0]);
        double[][] filtered = damped < values[0]
                ? ChebyshevFilter.apply(matrix, Products.transposed(right), values[0], damped, workers)
                : Products.transposedTimes(
                        matrix, Products.times(matrix, Products.transposed(right), workers), workers);
        double[][] space = Products.transposed(filtered);
        for (double[] vector : space) {
            normalize(vector);
        }
        Orthonormalization.orthonormalize(space, workers);
        return space;
    }

    /** Any vectors that are not orthogonal to all that is looked for; the same for the same size. */
    private static double[][] start(int block, int columns, Workers workers) {
        Random random = new Random(1);
        double[][] vectors = new double[block][columns];
        for (double[] vector : vectors) {
            Arrays.setAll(vector, i -> random.nextDouble() - 0.5);
        }
        Orthonormalization.orthonormalize(vectors, workers);
        return vectors;
    }

    private static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    /** As many singular vectors as the space has dimensions. */
    private static SingularVectors on(double[][] space, double[][] matrix, Workers workers) {
        double[][] images = Products.times(matrix, Products.transposed(space), workers);
        double[][] basis = Products.transposed(images);
        Orthonormalization.orthonormalize(basis, workers);
        double[][] thinBasis = Products.transposed(basis);
        // Row i: the coordinates of image i. Few numbers instead of long vectors.
        double[][] small = Products.transposedTimes(images, thinBasis, workers);
        double[][] rotation = JacobiRotations.orthogonalize(small);
        double[] lengths = new double[small.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.sqrt(Vectors.dot(small[i], small[i]));
            normalize(small[i]);
        }
        int[] order = IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -lengths[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[order.length];
        double[][] left = new double[order.length][];
        double[][] right = new double[order.length][];
        for (int i = 0; i < order.length; i++) {
            values[i] = lengths[order[i]];
            left[i] = small[order[i]];
            right[i] = rotation[order[i]];
        }
        return new SingularVectors(values, Products.times(left, basis, workers), Products.times(right, space, workers));
    }

    private SingularVectors first(int count) {
        return new SingularVectors(
                Arrays.copyOf(values, count), Arrays.copyOf(left, count), Arrays.copyOf(right, count));
    }

    private static void normalize(double[] vector) {
        double length = Math.sqrt(Vectors.dot(vector, vector));
        if (length > 0) {
            Arrays.setAll(vector, i -> vector[i] / length);
        }
    }

    private boolean isExact(double[][] matrix, Workers workers) {
        double[][] back = Products.transposed(Products.transposedTimes(matrix, Products.transposed(left), workers));
        double worst = 0;
        for (int i = 0; i < values.length; i++) {
            Vectors.add(back[i], -values[i], right[i]);
            worst = Math.max(worst, Math.sqrt(Vectors.dot(back[i], back[i])));
        }
        return worst <= RESIDUAL * values[0];
    }

    /** Those of the transposed matrix. */
    private SingularVectors turned() {
        return new SingularVectors(values, /* left= */ right, /* right= */ left);
    }

    private SingularVectors withSigns() {
        for (int i = 0; i < values.length; i++) {
            int farthest = 0;
            for (int j = 1; j < left[i].length; j++) {
                farthest = Math.abs(left[i][j]) > Math.abs(left[i][farthest]) ? j : farthest;
            }
            if (left[i][farthest] < 0) {
                negate(left[i]);
                negate(right[i]);
            }
        }
        return this;
    }

    private static void negate(double[] vector) {
        Arrays.setAll(vector, i -> -vector[i]);
    }
}
