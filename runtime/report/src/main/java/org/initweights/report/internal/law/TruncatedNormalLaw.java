package org.initweights.report.internal.law;

import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.numeric.NormalDistribution;

/**
 * A normal restricted to an interval. Its probabilities are taken from the side on which the interval is in the tail, so that
 * nothing cancels.
 */
record TruncatedNormalLaw(TruncatedNormalFill fill, double mean, double std, double mass) implements Law {

    /** Beyond so many standard deviations from the mean no mass is left that would count in a fourth moment. */
    private static final double REACH = 12;

    private static final int STEPS = 2000;

    /** Relative to itself, the density of a flat law varies by less. */
    private static final double FLAT = 1e-9;

    /** The law of a fill: a uniform one where the standard deviation is so huge that probabilities would have no digits left. */
    static Law of(TruncatedNormalFill fill) {
        double farthest = Math.max(Math.abs(fill.lower() - fill.location()), Math.abs(fill.upper() - fill.location()));
        double variation = (fill.upper() - fill.lower()) / fill.scale() * (farthest / fill.scale());
        return variation < FLAT ? new UniformLaw(fill.lower(), fill.upper()) : curved(fill);
    }

    private static TruncatedNormalLaw curved(TruncatedNormalFill fill) {
        double lower = (fill.lower() - fill.location()) / fill.scale();
        double upper = (fill.upper() - fill.location()) / fill.scale();
        return new TruncatedNormalLaw(fill, fill.mean(), fill.std(), between(lower, upper));
    }

    private static double between(double from, double to) {
        return from > 0
                ? NormalDistribution.probability(-from) - NormalDistribution.probability(-to)
                : NormalDistribution.probability(to) - NormalDistribution.probability(from);
    }

    private double standard(double x) {
        return (x - fill.location()) / fill.scale();
    }

    @Override
    public double density(double x) {
        return x < fill.lower() || x > fill.upper()
                ? 0
                : NormalDistribution.density(standard(x)) / (fill.scale() * mass);
    }

    @Override
    public double probability(double x) {
        if (x <= fill.lower()) {
            return 0;
        }
        return x >= fill.upper() ? 1 : Math.min(1, between(standard(fill.lower()), standard(x)) / mass);
    }

    /** By Simpson's rule. */
    @Override
    public double kurtosis() {
        double from = Math.max(fill.lower(), mean - REACH * std);
        double step = (Math.min(fill.upper(), mean + REACH * std) - from) / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double simpson = i == 0 || i == STEPS ? 1 : 2 + 2 * (i % 2);
            double z = (from + i * step - mean) / std;
            sum += simpson * z * z * z * z * density(from + i * step);
        }
        return sum * step / 3;
    }
}
