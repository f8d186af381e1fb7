package org.initweights.fill;

import org.initweights.Fill;

/**
 * Normal with the mean {@code location} and the standard deviation {@code scale}, restricted to {@code [lower, upper]}.
 * {@link #mean()} and {@link #std()} are those of what is left.
 */
public record TruncatedNormalFill(double location, double scale, double lower, double upper) implements Fill {

    @Override
    public double mean() {
        double mode = Math.max(lower, Math.min(upper, location));
        return mode + scale * moments().offset();
    }

    @Override
    public double std() {
        return scale * moments().std();
    }

    private TruncatedMoments moments() {
        return TruncatedMoments.of((lower - location) / scale, (upper - location) / scale);
    }

    @Override
    public String toString() {
        return Notation.normal(location, scale) + " on [" + Notation.number(lower) + ", " + Notation.number(upper)
                + "]";
    }
}
