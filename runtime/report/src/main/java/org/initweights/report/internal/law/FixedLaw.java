package org.initweights.report.internal.law;

/** Numbers that are written and not drawn: their mean and standard deviation are certain, and they have no density. */
record FixedLaw(double mean, double std) implements Law {

    @Override
    public double density(double x) {
        return 0;
    }

    /** A step at the mean, which is exact where all numbers are the same. */
    @Override
    public double probability(double x) {
        return x >= mean ? 1 : 0;
    }

    /** Nothing varies from one drawing to the next. */
    @Override
    public double varianceOfSquare(double center) {
        return 0;
    }

    @Override
    public double kurtosis() {
        return 1;
    }
}
