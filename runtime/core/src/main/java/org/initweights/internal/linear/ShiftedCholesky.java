package org.initweights.internal.linear;

/**
 * The Cholesky factorisation of a matrix of inner products, that does not fail if vectors are nearly dependent: pivots that are lost in
 * rounding errors are made larger.
 *
 * <p><b>Origin.</b> Fukaya, Kannan, Nakatsukasa, Yamamoto and Yanagisawa, <i>Shifted Cholesky QR for computing the QR factorization of
 * ill-conditioned matrices</i>, 2020.
 *
 * <p><b>Cost.</b> n³/3 flops, by one thread, row after row.
 *
 * <p><b>Storage.</b> In place, in the upper triangle of rows that are arrays; the lower triangle is not touched. n doubles for the least
 * pivots.
 *
 * <p><b>Limits.</b> The square of a pivot is at least 10⁻¹⁰ of its diagonal element. Vectors that are nearer to dependent are not yet
 * orthonormal after one product with the inverse, and take another round. Vectors of zeros get a diagonal of 10⁻¹⁵⁰.
 *
 * <p><b>Changes against the paper.</b> It adds a shift to all pivots beforehand; here only pivots that fall below their limit are
 * enlarged, so that well-conditioned vectors are factored as without a shift.
 */
final class ShiftedCholesky {

    /** The least pivot, as part of the diagonal element; rounding errors are a thousandth of it. */
    private static final double LEAST_PIVOT = 1e-10;

    /** For vectors of zeros: they stay zeros, and are seen to be ill-conditioned. */
    private static final double LEAST_DIAGONAL = 1e-150;

    private ShiftedCholesky() {}

    /**
     * Replaces the upper triangle of {@code matrix} by the upper triangular R with RᵀR = {@code matrix}, except for the
     * pivots that are too small.
     */
    static void factor(double[][] matrix, int size) {
        double[] least = new double[size];
        for (int k = 0; k < size; k++) {
            least[k] = LEAST_PIVOT * matrix[k][k];
        }
        for (int k = 0; k < size; k++) {
            double[] row = matrix[k];
            double diagonal = Math.max(Math.sqrt(Math.max(row[k], least[k])), LEAST_DIAGONAL);
            divide(row, diagonal, k + 1, size);
            row[k] = diagonal;
            for (int i = k + 1; i < size; i++) {
                subtract(matrix[i], row[i], row, i, size);
            }
        }
    }

    private static void divide(double[] row, double divisor, int from, int to) {
        for (int i = from; i < to; i++) {
            row[i] /= divisor;
        }
    }

    /** Subtracts a multiple of the pivot's row, from the diagonal on. */
    private static void subtract(double[] row, double factor, double[] other, int from, int to) {
        for (int i = from; i < to; i++) {
            row[i] -= factor * other[i];
        }
    }
}
