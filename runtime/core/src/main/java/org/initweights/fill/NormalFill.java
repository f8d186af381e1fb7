package org.initweights.fill;

import org.initweights.Fill;

/** Normal, with this mean and standard deviation. */
public record NormalFill(double mean, double std) implements Fill {

    @Override
    public double lower() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double upper() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return Notation.normal(mean, std);
    }
}
