package org.initweights.internal.linear;

/**
 * The Cholesky factorisation of a matrix of inner products, that does not fail if vectors are nearly dependent: pivots that
 * are lost in rounding errors are made larger. After Fukaya, Kannan, Nakatsukasa, Yamamoto and Yanagisawa, <i>Shifted
 * Cholesky QR for computing the QR factorization of ill-conditioned matrices</i>, 2020, who enlarge all pivots.
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

    private static void subtract(double[] row, double factor, double[] other, int from, int to) {
        for (int i = from; i < to; i++) {
            row[i] -= factor * other[i];
        }
    }
}
