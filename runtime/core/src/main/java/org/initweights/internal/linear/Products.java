package org.initweights.internal.linear;

import org.initweights.internal.work.Workers;

/**
 * Products of a large matrix with a thin one, both given as rows. The rows of the thin one are short and added in fours, which virtual machines
 * make vector instructions of. Each element is a sum in the order of the rows, so that bits do not depend on the workers.
 */
public final class Products {

    /** How many rows of a product are computed as one piece. */
    private static final int PIECE = 64;

    /** How many rows of the thin matrix are used at a time, so that they stay in the cache. */
    private static final int CACHED = 128;

    private Products() {}

    /** The matrix, m × n, times {@code thin}, n × b. */
    public static double[][] times(double[][] matrix, double[][] thin, Workers workers) {
        double[][] product = new double[matrix.length][thin[0].length];
        workers.run((product.length + PIECE - 1) / PIECE, piece -> {
            int last = Math.min((piece + 1) * PIECE, product.length);
            for (int from = 0; from < thin.length; from += CACHED) {
                for (int i = piece * PIECE; i < last; i++) {
                    addCombination(product[i], matrix[i], thin, from, Math.min(from + CACHED, thin.length));
                }
            }
        });
        return product;
    }

    private static void addCombination(double[] sum, double[] factors, double[][] rows, int from, int to) {
        int k = from;
        for (; k + 3 < to; k += 4) {
            addFour(
                    sum,
                    factors[k],
                    rows[k],
                    factors[k + 1],
                    rows[k + 1],
                    factors[k + 2],
                    rows[k + 2],
                    factors[k + 3],
                    rows[k + 3]);
        }
        for (; k < to; k++) {
            Vectors.add(sum, factors[k], rows[k]);
        }
    }

    /** The transposed matrix, n × m, times {@code thin}, m × b. */
    public static double[][] transposedTimes(double[][] matrix, double[][] thin, Workers workers) {
        double[][] product = new double[matrix[0].length][thin[0].length];
        workers.run((product.length + PIECE - 1) / PIECE, piece -> {
            int from = piece * PIECE;
            addRows(product, from, Math.min(from + PIECE, product.length), matrix, thin);
        });
        return product;
    }

    private static void addRows(double[][] product, int from, int to, double[][] matrix, double[][] thin) {
        int row = 0;
        for (; row + 3 < matrix.length; row += 4) {
            double[] a = matrix[row];
            double[] b = matrix[row + 1];
            double[] c = matrix[row + 2];
            double[] d = matrix[row + 3];
            for (int i = from; i < to; i++) {
                addFour(product[i], a[i], thin[row], b[i], thin[row + 1], c[i], thin[row + 2], d[i], thin[row + 3]);
            }
        }
        for (; row < matrix.length; row++) {
            for (int i = from; i < to; i++) {
                Vectors.add(product[i], matrix[row][i], thin[row]);
            }
        }
    }

    private static void addFour(
            double[] sum, double a, double[] p, double b, double[] q, double c, double[] r, double d, double[] s) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a * p[j] + b * q[j] + (c * r[j] + d * s[j]);
        }
    }

    /** The columns of a matrix as rows. */
    public static double[][] transposed(double[][] matrix) {
        double[][] columns = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = matrix[i][j];
            }
        }
        return columns;
    }
}
