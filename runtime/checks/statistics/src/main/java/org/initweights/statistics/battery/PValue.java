package org.initweights.statistics.battery;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * What came of one statistic.
 *
 * @param of which statistic
 * @param statistic its value
 * @param p how probable such a value or a larger one is
 */
public record PValue(String of, double statistic, double p) {

    /** What it says. */
    public Verdict verdict() {
        return Verdict.of(p);
    }

    /** Of a standard normal. */
    public static PValue normal(String of, double z) {
        return new PValue(of, z, NormalDistribution.of(0, 1).survivalProbability(z));
    }

    /** Of a count that has Poisson's distribution: ½ near the middle, where both tails are larger. */
    public static PValue poisson(String of, double mean, int count) {
        PoissonDistribution distribution = PoissonDistribution.of(mean);
        double left = distribution.cumulativeProbability(count);
        double right = distribution.survivalProbability(count - 1);
        return new PValue(of, count, right < left ? Math.min(right, 0.5) : Math.max(1 - left, 0.5));
    }
}
