package org.initweights.internal.linear;

/**
 * The inner loops of matrix products. A pair of rows is one array of {@code 2 * WIDTH} elements, the one row after the other.
 *
 * <p><b>Cost.</b> {@link #addFour} is 16 flops for ten loads and two stores of a column: two rows take four rows at once, so that each
 * number that is loaded is used twice.
 *
 * <p>The virtual machine makes vector instructions of a loop only if its body is small before it is unrolled. Constant bounds and constant
 * distances between the rows keep it small: the addresses of the rows of one array have one computation in common, and no checks are left.
 * Products and sums are not fused, so that bits do not depend on the processor.
 */
final class RowPairKernel {

    /** The length of each row; a pair has 4 kB. */
    static final int WIDTH = 256;

    private RowPairKernel() {}

    /**
     * Adds combinations of four rows to two rows.
     *
     * @param rows the two rows that are added to
     * @param p the first and second of the four rows
     * @param q the third and fourth of the four rows
     * @param a0 the factors for the first row of {@code rows}: of the four rows in turn
     * @param b0 the factors for the second row of {@code rows}
     */
    static void addFour(
            double[] rows,
            double[] p,
            double[] q,
            double a0,
            double a1,
            double a2,
            double a3,
            double b0,
            double b1,
            double b2,
            double b3) {
        for (int i = 0; i < WIDTH; i++) {
            rows[i] += a0 * p[i] + a1 * p[i + WIDTH] + a2 * q[i] + a3 * q[i + WIDTH];
            rows[i + WIDTH] += b0 * p[i] + b1 * p[i + WIDTH] + b2 * q[i] + b3 * q[i + WIDTH];
        }
    }

    /** Adds combinations of two rows to two rows: the factors {@code a} are for the first, {@code b} for the second. */
    static void addTwo(double[] rows, double[] p, double a0, double a1, double b0, double b1) {
        for (int i = 0; i < WIDTH; i++) {
            rows[i] += a0 * p[i] + a1 * p[i + WIDTH];
            rows[i + WIDTH] += b0 * p[i] + b1 * p[i + WIDTH];
        }
    }

    /** Replaces the first row by {@code a} times itself, then the second by {@code b1} times itself plus {@code b0} times the first. */
    static void combine(double[] rows, double a, double b0, double b1) {
        for (int i = 0; i < WIDTH; i++) {
            rows[i] = a * rows[i];
        }
        for (int i = 0; i < WIDTH; i++) {
            rows[i + WIDTH] = b0 * rows[i] + b1 * rows[i + WIDTH];
        }
    }

    /** Adds the squares of the elements of two rows. */
    static void addSquares(double[] sums, double[] rows) {
        for (int i = 0; i < 2 * WIDTH; i++) {
            sums[i] += rows[i] * rows[i];
        }
    }
}
