package org.initweights.internal.fill;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.internal.message.Notation;

/** Uniform on {@code [lower, upper)}. */
public record UniformFill(double lower, double upper) implements Fill {

    public UniformFill {
        check(lower, upper);
    }

    /** Refuses bounds between which there is no number, or more than floats reach over. */
    public static void check(double a, double b) {
        Argument.finite("uniform", "a", a);
        Argument.finite("uniform", "b", b);
        if (a > b) {
            throw new InitializationException(
                    "EmptyInterval",
                    "uniform(a = " + Notation.exact(a) + ", b = " + Notation.exact(b) + ")",
                    "a",
                    "has no values: a must not be more than b");
        }
        if (b - a > Float.MAX_VALUE) {
            throw new InitializationException(
                    "TooWide",
                    "uniform(a = " + Notation.exact(a) + ", b = " + Notation.exact(b) + ")",
                    "b",
                    "is wider than the range of a float");
        }
    }

    @Override
    public double mean() {
        return lower / 2 + upper / 2;
    }

    @Override
    public double std() {
        return (upper - lower) / Math.sqrt(12);
    }

    @Override
    public String toString() {
        return lower == -upper
                ? "U(±" + Notation.number(upper) + ")"
                : "U[" + Notation.number(lower) + ", " + Notation.number(upper) + ")";
    }
}
