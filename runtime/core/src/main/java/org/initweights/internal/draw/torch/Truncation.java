package org.initweights.internal.draw.torch;

import org.initweights.internal.numeric.NormalDistribution;

/**
 * N(mean, std²) restricted to [lower, upper], in double as Python's numbers are, before anything is rounded to a tensor's type.
 *
 * <p>Probabilities come from {@link NormalDistribution}, where torch/nn/init.py has {@code (1 + erf(x / √2)) / 2}: they decide which way a
 * tensor is drawn, and are arguments of {@code uniform_}.
 */
record Truncation(double mean, double std, double lower, double upper) {

    /** The density at the mean, in σ. */
    private static final double PEAK = 0.4;

    /** How much of the normal distribution is inside. */
    double mass() {
        return below(upper) - below(lower);
    }

    /** The probability below a bound. */
    double below(double bound) {
        return NormalDistribution.probability((bound - mean) / std);
    }

    /** The logarithm of the density at the mode, over that at the mean. */
    double logPeak() {
        double mode = Math.max(lower, Math.min(upper, mean));
        double z = (mode - mean) / std;
        return -0.5 * z * z;
    }

    /**
     * About how many uniforms on the interval are proposed until one is kept: its width in σ times how steeply the density falls from the
     * mode, right to a factor of two.
     */
    double proposals() {
        double distance = Math.max(0, Math.max(lower - mean, mean - upper)) / std;
        return Math.max(1, (upper - lower) / std * Math.max(PEAK, distance));
    }
}
