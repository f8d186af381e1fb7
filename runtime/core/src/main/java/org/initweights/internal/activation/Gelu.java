package org.initweights.internal.activation;

import org.initweights.internal.numeric.NormalDistribution;

/** x · Φ(x), Φ the probability of the standard normal distribution; not its approximation by tanh. Hendrycks and Gimpel, 2016. */
public final class Gelu {

    public static final ActivationFunction GELU = ActivationFunction.of(Gelu::value, Gelu::slope);

    private Gelu() {}

    private static double value(double x) {
        return x * NormalDistribution.probability(x);
    }

    private static double slope(double x) {
        return NormalDistribution.probability(x) + x * NormalDistribution.density(x);
    }
}
