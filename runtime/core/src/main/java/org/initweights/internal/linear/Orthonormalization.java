package org.initweights.internal.linear;

import org.initweights.internal.work.Workers;

/**
 * Makes vectors orthonormal, in the way that is faster for their number and length: {@link HouseholderQr} for less than 48 vectors or up
 * to 2²⁰ multiplications (n²·m), where blocks would be mostly zeros, {@link BlockGramSchmidt} beyond.
 *
 * <p>Both give the same Q up to rounding errors, as there is only one with a positive diagonal of R, and both work in {@code double}.
 * Which one is taken depends on the size alone, so the bits do too.
 */
public final class Orthonormalization {

    /** Blocks of fewer vectors are mostly zeros. */
    private static final int FEW_VECTORS = 48;

    /** Up to this many multiplications reflections are faster than setting up blocks. */
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
