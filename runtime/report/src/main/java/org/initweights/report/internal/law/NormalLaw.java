package org.initweights.report.internal.law;

import org.initweights.internal.numeric.NormalDistribution;

/** Normal. */
record NormalLaw(double mean, double std) implements Law {

    @Override
    public double density(double x) {
        return NormalDistribution.density((x - mean) / std) / std;
    }

    @Override
    public double probability(double x) {
        return NormalDistribution.probability((x - mean) / std);
    }

    @Override
    public double kurtosis() {
        return 3;
    }
}
