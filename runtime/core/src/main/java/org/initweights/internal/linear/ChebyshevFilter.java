package org.initweights.internal.linear;

import org.initweights.internal.work.Workers;

/**
 * Multiplies vectors by a polynomial of AᵀA that makes the parts that belong to large singular values larger against the others.
 *
 * <p><b>Origin.</b> Zhou, Saad, Tiago and Chelikowsky, <i>Self-consistent-field calculations using Chebyshev-filtered subspace iteration</i>, 2006.
 * Chebyshev's polynomial stays within ±1 on an interval, here from 0 to the square of the smallest singular value that was found, and grows
 * faster beyond it than any other.
 *
 * <p><b>Cost.</b> 4mnb flops a degree for b vectors. The degree is limited so that the largest part does not drown the others in rounding errors.
 */
final class ChebyshevFilter {

    private static final int MOST_DEGREES = 24;
    private static final int LEAST_DEGREES = 2;

    /** By what power of e the largest part may grow against the smallest. */
    private static final double MOST_GROWTH = 27;

    private ChebyshevFilter() {}

    /**
     * Filters vectors.
     *
     * @param thin the vectors as the columns of n × b; overwritten
     * @param largest the largest singular value
     * @param damped singular values up to this, less than {@code largest} and more than 0, do not grow
     */
    static double[][] apply(double[][] matrix, double[][] thin, double largest, double damped, Workers workers) {
        double half = damped * damped / 2;
        double reach = (largest * largest - half) / half;
        double growth = Math.log(reach + Math.sqrt(reach * reach - 1));
        int degrees = (int) Math.max(LEAST_DEGREES, Math.min(MOST_DEGREES, MOST_GROWTH / growth));
        // Values are divided by the polynomial's at the largest singular value, so that they neither overflow nor
        // vanish.
        double first = 1 / reach;
        double scale = first;
        double[][] before = thin;
        double[][] now = combined(matrix, before, first / half, half, 0, before, workers);
        for (int degree = 2; degree <= degrees; degree++) {
            double next = 1 / (2 / first - scale);
            double[][] after = combined(matrix, now, 2 * next / half, half, scale * next, before, workers);
            before = now;
            now = after;
            scale = next;
        }
        return now;
    }

    /** {@code factor · (AᵀA - shift) · now - share · before}. */
    private static double[][] combined(
            double[][] matrix,
            double[][] now,
            double factor,
            double shift,
            double share,
            double[][] before,
            Workers workers) {
        double[][] product = Products.transposedTimes(matrix, Products.times(matrix, now, workers), workers);
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < product[i].length; j++) {
                product[i][j] = factor * (product[i][j] - shift * now[i][j]) - share * before[i][j];
            }
        }
        return product;
    }
}
