package org.initweights.internal.linear;

import org.initweights.internal.work.Workers;

/** Makes vectors orthonormal, in the way that is faster for their number and length. */
public final class Orthonormalization {

    /** Blocks of fewer vectors are mostly zeros. */
    private static final int FEW_VECTORS = 48;

    /** So many multiplications are done by reflections before blocks are set up. */
    private static final long FEW_MULTIPLICATIONS = 1L << 20;

    private Orthonormalization() {}

    /**
     * Replaces linearly independent vectors by the columns of Q of their QR factorisation, with the signs for which the
     * diagonal of R is positive. The bits do not depend on {@code workers}. What a vector of zeros, or one that depends on
     * the others, is replaced by, is orthogonal to the others and else arbitrary.
     *
     * @param columns the columns of a matrix that has not less rows than columns
     * @throws ArithmeticException if large matrices have elements that are not finite, or if no such vector is found
     */
    public static void orthonormalize(double[][] columns, Workers workers) {
        int vectors = columns.length;
        if (vectors < FEW_VECTORS || (long) vectors * vectors * columns[0].length <= FEW_MULTIPLICATIONS) {
            HouseholderQr.orthonormalize(columns);
        } else {
            BlockGramSchmidt.orthonormalize(columns, workers);
        }
    }
}
