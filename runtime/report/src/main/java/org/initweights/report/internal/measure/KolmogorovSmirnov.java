package org.initweights.report.internal.measure;

import java.util.function.DoubleUnaryOperator;
import org.initweights.DType;
import org.initweights.report.Fit;

/**
 * The one-sample Kolmogorov-Smirnov test of numbers that were rounded to a type: a number stands for all that round to it, so the
 * distribution is looked at where these end. Numbers that have a probability of their own do no harm; they make the test cautious.
 */
public final class KolmogorovSmirnov {

    private static final int TERMS = 100;

    private KolmogorovSmirnov() {}

    /** Tests a sorted sample against a distribution function. */
    public static Fit test(double[] sorted, DoubleUnaryOperator probability, DType dtype) {
        double n = sorted.length;
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean lastOfItsValue = i + 1 == sorted.length || sorted[i + 1] > sorted[i];
            if (lastOfItsValue) {
                double above = sorted[i] + Rounding.spacing(dtype, Math.nextUp(sorted[i])) / 2;
                distance = Math.max(distance, Math.abs((i + 1) / n - probability.applyAsDouble(above)));
            }
            boolean firstOfItsValue = i == 0 || sorted[i - 1] < sorted[i];
            if (firstOfItsValue) {
                double below = sorted[i] - Rounding.spacing(dtype, Math.nextDown(sorted[i])) / 2;
                distance = Math.max(distance, Math.abs(i / n - probability.applyAsDouble(below)));
            }
        }
        return new Fit(distance, pValue(distance, sorted.length), sorted.length);
    }

    /** Kolmogorov's limit with Stephens' correction for {@code n}, 1970; good to three digits from n = 8 on. */
    static double pValue(double distance, int n) {
        double root = Math.sqrt((double) n);
        double lambda = (root + 0.12 + 0.11 / root) * distance;
        if (lambda < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * StrictMath.exp(-2.0 * k * k * lambda * lambda);
        }
        return Math.min(1, Math.max(0, sum));
    }
}
