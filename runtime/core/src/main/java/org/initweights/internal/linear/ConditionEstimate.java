package org.initweights.internal.linear;

/**
 * Estimates how much solving with a triangular matrix multiplies errors, by the right side of ones, plus or minus, that makes each element
 * of the solution large in turn. Cline, Moler, Stewart and Wilkinson, <i>An estimate for the condition number of a matrix</i>, 1979.
 *
 * <p><b>Cost.</b> n² flops for n columns, as one substitution; an array of n sums.
 *
 * <p><b>Limits.</b> It is a lower bound of the growth, and mostly near it. Columns of NaN are not well conditioned.
 *
 * <p><b>Changes against the paper.</b> The right side is scaled by given lengths. The sign is the sign of the sum so far, without a look at
 * what it does to later elements. The estimate is taken column by column and ends at the first that exceeds the limit, since all columns
 * before it can be used.
 */
final class ConditionEstimate {

    private ConditionEstimate() {}

    /**
     * Returns how many of the first columns of an upper triangular matrix are well conditioned.
     *
     * @param lengths the squares of the lengths that the columns are compared to
     * @param limit how many times larger an error may become
     */
    static int wellConditioned(double[][] triangle, double[] lengths, int size, double limit) {
        double[] sums = new double[size];
        for (int k = 0; k < size; k++) {
            double solution = (Math.sqrt(lengths[k]) + Math.abs(sums[k])) / triangle[k][k];
            // Not if it is not a number either.
            if (!(solution <= limit)) {
                return k;
            }
            add(sums, sums[k] < 0 ? -solution : solution, triangle[k], k + 1, size);
        }
        return size;
    }

    private static void add(double[] sums, double factor, double[] row, int from, int to) {
        for (int i = from; i < to; i++) {
            sums[i] += factor * row[i];
        }
    }
}
