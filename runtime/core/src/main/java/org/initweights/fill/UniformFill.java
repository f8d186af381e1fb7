package org.initweights.fill;

import org.initweights.Fill;

/** Uniform on {@code [lower, upper)}. */
public record UniformFill(double lower, double upper) implements Fill {

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
