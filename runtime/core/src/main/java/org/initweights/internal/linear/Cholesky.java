package org.initweights.internal.linear;

import org.initweights.internal.work.Workers;

/**
 * The Cholesky factorisation of a symmetric matrix, or the finding that it is not positive definite.
 *
 * <p><b>Cost.</b> n³/3 flops: for each row, the rows after it are reduced by all workers.
 *
 * <p><b>Storage.</b> In place, in the upper triangle of rows that are arrays; the lower triangle is not touched.
 *
 * <p><b>Limits.</b> A matrix counts as positive definite if each square of a pivot is more than n · 2⁻⁵² of its diagonal element, beyond which it
 * would be made of rounding errors.
 */
public final class Cholesky {

    /** Fewer rows are not worth other threads. */
    private static final int FEW_ROWS = 128;

    /** How many rows are reduced as one piece. */
    private static final int PIECE = 16;

    private Cholesky() {}

    /**
     * Replaces the upper triangle by the upper triangular R with RᵀR = {@code matrix}. The bits do not depend on {@code workers}.
     *
     * @return whether there is one; if not, the triangle holds anything
     */
    public static boolean factor(double[][] matrix, Workers workers) {
        int size = matrix.length;
        double[] least = new double[size];
        for (int k = 0; k < size; k++) {
            least[k] = size * Math.ulp(1.0) * matrix[k][k];
        }
        for (int k = 0; k < size; k++) {
            double[] row = matrix[k];
            // Written so that NaN is refused, too.
            if (!(row[k] > least[k])) {
                return false;
            }
            row[k] = Math.sqrt(row[k]);
            for (int j = k + 1; j < size; j++) {
                row[j] /= row[k];
            }
            reduce(matrix, k, workers);
        }
        return true;
    }

    /** Subtracts the products of row {@code k} from the rows after it. */
    private static void reduce(double[][] matrix, int k, Workers workers) {
        int rows = matrix.length - k - 1;
        Workers used = rows < FEW_ROWS ? Workers.CALLER : workers;
        used.run((rows + PIECE - 1) / PIECE, piece -> {
            int from = k + 1 + piece * PIECE;
            for (int i = from; i < Math.min(from + PIECE, matrix.length); i++) {
                subtract(matrix[i], matrix[k], i);
            }
        });
    }

    private static void subtract(double[] row, double[] pivot, int from) {
        double factor = pivot[from];
        for (int j = from; j < row.length; j++) {
            row[j] -= factor * pivot[j];
        }
    }
}
