package org.initweights.internal.linear;

/**
 * The QR factorisation by reflections, in {@code double}, and then Q. Householder, <i>Unitary triangularization of a nonsymmetric
 * matrix</i>, 1958; Golub and Van Loan, <i>Matrix computations</i>, section 5.2.
 *
 * <p><b>Cost.</b> For n columns of m elements 2mn² - 2n³/3 flops for the factorisation, and as many to form Q; one thread, no blocks.
 *
 * <p><b>Storage.</b> Columns are arrays. Reflector k takes the place of column k from element k on; its factor and its sign are two arrays
 * of n. The elements before k hold R without its diagonal and are not used. Forming Q from the last column to the first makes one new
 * array a column.
 *
 * <p><b>Limits.</b> Not more columns than rows. It is backward stable. Squares of elements are summed without scaling, so elements beyond
 * 10¹⁵⁴ overflow and a column of elements below 10⁻¹⁶² counts as zeros. A column of zeros gets some vector that is orthogonal to the
 * others.
 *
 * <p><b>Changes against the original.</b> Columns of Q are multiplied by the signs that make the diagonal of R positive, which makes Q
 * unique. R is not returned. Reflectors are not normalised: the factor 1 / (norm · (norm + |head|)) stands beside each.
 */
final class HouseholderQr {

    private HouseholderQr() {}

    /**
     * Replaces linearly independent vectors by the columns of Q, with the signs for which the diagonal of R is positive.
     *
     * <p>The head of a reflector takes the sign of the column's own, so that nothing cancels: R's diagonal is then the norm with the sign
     * opposite to the head's, which the last step makes positive.
     *
     * @param columns the columns of a matrix that has not less rows than columns
     */
    static void orthonormalize(double[][] columns) {
        int n = columns.length;
        double[] sign = new double[n];
        double[] scale = new double[n];
        for (int k = 0; k < n; k++) {
            double norm = norm(columns[k], k);
            double head = columns[k][k];
            sign[k] = head > 0 ? -1 : 1;
            columns[k][k] = head - sign[k] * norm;
            scale[k] = norm == 0 ? 0 : 1 / (norm * (norm + Math.abs(head)));
            for (int j = k + 1; j < n; j++) {
                reflect(columns[k], scale[k], columns[j], k);
            }
        }
        formQ(columns, sign, scale);
    }

    /** Applies the reflections, last first, to the columns of the identity. */
    private static void formQ(double[][] columns, double[] sign, double[] scale) {
        int n = columns.length;
        for (int k = n - 1; k >= 0; k--) {
            double[] reflector = columns[k];
            for (int j = k + 1; j < n; j++) {
                reflect(reflector, scale[k], columns[j], k);
            }
            double[] q = new double[reflector.length];
            q[k] = 1;
            reflect(reflector, scale[k], q, k);
            columns[k] = q;
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < columns[k].length; i++) {
                columns[k][i] *= sign[k];
            }
        }
    }

    /** The length of the part from an index on. */
    private static double norm(double[] vector, int from) {
        double sum = 0;
        for (int i = from; i < vector.length; i++) {
            sum += vector[i] * vector[i];
        }
        return Math.sqrt(sum);
    }

    /** Reflects {@code vector} on the plane that {@code reflector} is normal to, from index {@code from} on. */
    private static void reflect(double[] reflector, double scale, double[] vector, int from) {
        double dot = 0;
        for (int i = from; i < vector.length; i++) {
            dot += reflector[i] * vector[i];
        }
        double factor = dot * scale;
        for (int i = from; i < vector.length; i++) {
            vector[i] -= factor * reflector[i];
        }
    }
}
