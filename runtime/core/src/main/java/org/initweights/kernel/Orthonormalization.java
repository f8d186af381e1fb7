package org.initweights.kernel;

/** Makes vectors orthonormal, by the way that is fastest for their number and length. */
final class Orthonormalization {

    /** Up to this many multiplications the reflections are done before the blocks would be packed. */
    private static final long FEW_MULTIPLICATIONS = 1L << 19;

    private Orthonormalization() {}

    /**
     * Replaces linearly independent vectors by the columns of Q of their QR factorisation, with the signs for which the
     * diagonal of R is positive. The bits do not depend on {@code workers}. A vector of zeros counts as a unit vector.
     *
     * @param columns the columns of a matrix that has not less rows than columns
     * @throws ArithmeticException if many vectors are linearly dependent and what is left of one of them is zero
     */
    static void orthonormalize(double[][] columns, Workers workers) {
        if (columns.length == 0) {
            return;
        }
        long multiplications = (long) columns.length * columns.length * columns[0].length;
        if (multiplications <= FEW_MULTIPLICATIONS) {
            HouseholderQr.orthonormalize(columns);
        } else {
            RowPairs rows = RowPairs.copyOf(columns, workers);
            new BlockGramSchmidt(rows, workers).orthonormalize();
            rows.copyTo(columns, workers);
        }
    }
}
