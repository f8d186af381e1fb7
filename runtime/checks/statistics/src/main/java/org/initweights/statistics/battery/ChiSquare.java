package org.initweights.statistics.battery;

import java.util.Arrays;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.SignificanceResult;

/** Pearson's χ² test of counts. */
public final class ChiSquare {

    /** Cells of which fewer are expected are joined with their neighbours. */
    private static final double LEAST_EXPECTED = 10;

    private ChiSquare() {}

    /**
     * Of cells whose probabilities are known.
     *
     * @param of which statistic
     * @param probabilities of each cell; they add up to 1
     * @param counts how many fell into each cell
     */
    public static PValue test(String of, double[] probabilities, long[] counts) {
        double total = Arrays.stream(counts).sum();
        double[] expected = new double[counts.length];
        long[] observed = new long[counts.length];
        int cells = 0;
        for (int i = 0; i < counts.length; i++) {
            expected[cells] += probabilities[i] * total;
            observed[cells] += counts[i];
            if (expected[cells] >= LEAST_EXPECTED) {
                cells++;
            }
        }
        if (cells < 2) {
            throw new IllegalArgumentException(of + ": " + (long) total + " samples are too few for two cells");
        }
        if (cells < counts.length) {
            expected[cells - 1] += expected[cells];
            observed[cells - 1] += observed[cells];
        }
        SignificanceResult result =
                ChiSquareTest.withDefaults().test(Arrays.copyOf(expected, cells), Arrays.copyOf(observed, cells));
        return new PValue(of, result.getStatistic(), result.getPValue());
    }

    /** Of cells that are equally probable. */
    public static PValue uniform(String of, long[] counts) {
        double[] probabilities = new double[counts.length];
        Arrays.fill(probabilities, 1.0 / counts.length);
        return test(of, probabilities, counts);
    }
}
