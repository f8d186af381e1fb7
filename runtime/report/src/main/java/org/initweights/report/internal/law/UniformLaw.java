package org.initweights.report.internal.law;

/** Uniform on {@code [lower, upper]}. */
record UniformLaw(double lower, double upper) implements Law {

    @Override
    public double mean() {
        return lower / 2 + upper / 2;
    }

    @Override
    public double std() {
        return (upper - lower) / Math.sqrt(12);
    }

    @Override
    public double density(double x) {
        return x < lower || x > upper ? 0 : 1 / (upper - lower);
    }

    @Override
    public double probability(double x) {
        return Math.max(0, Math.min(1, (x - lower) / (upper - lower)));
    }

    @Override
    public double kurtosis() {
        return 1.8;
    }
}
