package org.initweights.testing;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The one-sample Kolmogorov-Smirnov test. */
public final class KolmogorovSmirnov {

    private KolmogorovSmirnov() {}

    /** The probability of a distance at least as large if the sample does come from {@code distribution}. */
    public static double pValue(double[] sample, DoubleUnaryOperator distribution) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double n = sorted.length;
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double p = distribution.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max(p - i / n, (i + 1) / n - p));
        }
        double root = Math.sqrt(n);
        double lambda = (root + 0.12 + 0.11 / root) * distance;
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * lambda * lambda);
        }
        return lambda < 0.2 ? 1 : Math.min(1, Math.max(0, sum));
    }
}
