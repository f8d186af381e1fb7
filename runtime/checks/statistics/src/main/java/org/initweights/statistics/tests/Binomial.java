package org.initweights.statistics.tests;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** The binomial distribution as the cells of a χ² test. */
final class Binomial {

    private Binomial() {}

    /** The probabilities of 0 … {@code trials} successes. */
    static double[] probabilities(int trials, double success) {
        BinomialDistribution distribution = BinomialDistribution.of(trials, success);
        return IntStream.rangeClosed(0, trials)
                .mapToDouble(distribution::probability)
                .toArray();
    }

    /** The probability of {@code heads} heads of {@code coins} fair coins. */
    static double fair(int coins, int heads) {
        return BinomialDistribution.of(coins, 0.5).probability(heads);
    }
}
