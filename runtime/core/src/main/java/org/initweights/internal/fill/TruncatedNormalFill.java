package org.initweights.internal.fill;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.internal.message.Notation;

/**
 * Normal with the mean {@code location} and the standard deviation {@code scale}, restricted to {@code [lower, upper]}.
 * {@link #mean()} and {@link #std()} are those of what is left.
 */
public record TruncatedNormalFill(double location, double scale, double lower, double upper) implements Fill {

    public TruncatedNormalFill {
        check(location, scale, lower, upper);
    }

    /** Refuses what is no mean, no standard deviation or no bound, and bounds between which there is no number. */
    public static void check(double mean, double std, double a, double b) {
        Argument.finite("truncNormal", "mean", mean);
        Argument.positive("truncNormal", "std", std);
        Argument.notNaN("truncNormal", "a", a);
        Argument.notNaN("truncNormal", "b", b);
        if (a >= b) {
            throw new InitializationException(
                    "EmptyInterval",
                    "truncNormal(a = " + Notation.exact(a) + ", b = " + Notation.exact(b) + ")",
                    "a",
                    "leaves no values: a must be less than b, and both are absolute, not multiples of std");
        }
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            NormalFill.check("truncNormal", mean, std);
        }
    }

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
