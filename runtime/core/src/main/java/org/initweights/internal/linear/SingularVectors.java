package org.initweights.internal.linear;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.initweights.internal.work.Workers;

/**
 * The largest singular values of a matrix, in falling order, and their vectors.
 *
 * <p><b>Origin.</b> Musco and Musco, <i>Randomized block Krylov methods for stronger and faster approximate singular value
 * decomposition</i>, 2015: blocks {@code X, AᵀAX, (AᵀA)²X …} are made orthonormal, and the matrix is decomposed on what they span
 * ({@link JacobiRotations}).
 *
 * <p><b>Cost.</b> A block has eight vectors more than are asked for, so that singular values that are equal are all found. With k vectors of
 * n elements altogether, 4mnk flops for products and kn² to k³ for the rest. Blocks are added until {@code |Aᵀu - σv|} is
 * {@value #RESIDUAL} of the largest singular value for all that are asked for; a small matrix, or one whose singular values are nearly equal, is decomposed as a
 * whole.
 *
 * <p><b>Storage.</b> A transposed copy if the matrix is wider than high, and 8·k·(m + n) bytes.
 *
 * <p><b>Limits.</b> The sign of a pair of vectors is free: the element of the left one that is farthest from 0 is made positive. Vectors of
 * equal singular values are any orthonormal ones of their space. The bits do not depend on the workers.
 */
public final class SingularVectors {

    /** The error of a pair of vectors that ends the search, relative to the largest singular value. */
    static final double RESIDUAL = 1e-11;

    private static final int MORE_VECTORS = 8;

    /** How much the space grows between two decompositions on it. */
    private static final double GROWTH = 1.4;

    /** A space of this part of all dimensions is worth no search. */
    private static final int PART = 3;

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
            return ofHigh(transposed(matrix), count, workers).turned().withSigns();
        }
        return ofHigh(matrix, count, workers).withSigns();
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] columns = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = matrix[i][j];
            }
        }
        return columns;
    }

    private static SingularVectors ofHigh(double[][] matrix, int count, Workers workers) {
        int columns = matrix[0].length;
        int block = Math.min(columns, count + MORE_VECTORS);
        double[][] space = start(block, columns, workers);
        int looked = 0;
        while (space.length * PART < columns) {
            if (space.length > GROWTH * looked) {
                looked = space.length;
                SingularVectors found = on(space, matrix, count, workers);
                if (found.isExact(matrix, workers)) {
                    return found;
                }
            }
            space = grown(space, block, matrix, workers);
        }
        return on(identity(columns), matrix, count, workers);
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

    /** The space with a block more: the last one, multiplied by the matrix and back. */
    private static double[][] grown(double[][] space, int block, double[][] matrix, Workers workers) {
        double[][] last = Arrays.copyOfRange(space, space.length - block, space.length);
        double[][] next = Products.combinations(matrix, Products.times(matrix, last, workers), workers);
        double[][] grown = Arrays.copyOf(space, space.length + block);
        System.arraycopy(next, 0, grown, space.length, block);
        for (double[] vector : next) {
            normalize(vector);
        }
        Orthonormalization.orthonormalize(grown, workers);
        return grown;
    }

    private static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    /** The singular vectors among those in a space. */
    private static SingularVectors on(double[][] space, double[][] matrix, int count, Workers workers) {
        double[][] images = Products.times(matrix, space, workers);
        double[][] basis = images.clone();
        Arrays.setAll(basis, i -> images[i].clone());
        Orthonormalization.orthonormalize(basis, workers);
        // Row i: the coordinates of image i. Few numbers instead of long vectors.
        double[][] small = transposed(Products.times(images, basis, workers));
        double[][] rotation = JacobiRotations.orthogonalize(small);
        double[] lengths = new double[small.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.sqrt(Vectors.dot(small[i], small[i]));
        }
        int[] order = IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -lengths[i]))
                .mapToInt(Integer::intValue)
                .limit(count)
                .toArray();
        double[] values = new double[count];
        double[][] left = new double[count][];
        double[][] right = new double[count][];
        for (int i = 0; i < count; i++) {
            values[i] = lengths[order[i]];
            left[i] = small[order[i]];
            normalize(left[i]);
            right[i] = rotation[order[i]];
        }
        return new SingularVectors(
                values, Products.combinations(basis, left, workers), Products.combinations(space, right, workers));
    }

    private static void normalize(double[] vector) {
        double length = Math.sqrt(Vectors.dot(vector, vector));
        if (length > 0) {
            Arrays.setAll(vector, i -> vector[i] / length);
        }
    }

    private boolean isExact(double[][] matrix, Workers workers) {
        double[][] back = Products.combinations(matrix, left, workers);
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
