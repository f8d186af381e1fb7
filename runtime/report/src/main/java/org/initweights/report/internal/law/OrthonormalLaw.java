package org.initweights.report.internal.law;

import org.initweights.internal.numeric.NormalDistribution;

/**
 * One element of a random orthonormal matrix, times {@code gain}: a coordinate of a point that is uniform on the unit sphere of
 * {@code dimension} dimensions, whose density is proportional to (1 - x²)^((dimension - 3) / 2).
 *
 * @param peak the density at 0 for gain 1
 */
record OrthonormalLaw(long dimension, double gain, double peak) implements Law {

    /** From this dimension on the coordinate is a normal, to 5 digits. */
    private static final long NEARLY_NORMAL = 100_000;

    static OrthonormalLaw of(long dimension, double gain) {
        return new OrthonormalLaw(dimension, Math.abs(gain), ratio(dimension) / Math.sqrt(Math.PI));
    }

    /** Γ(n / 2) / Γ((n - 1) / 2), by the product of each two neighbours, (n - 1) / 2; its asymptotic series if n is large. */
    private static double ratio(long dimension) {
        if (dimension > NEARLY_NORMAL) {
            return Math.sqrt(dimension / 2.0) * (1 - 0.75 / dimension);
        }
        double ratio = 1 / Math.sqrt(Math.PI);
        for (long n = 2; n < dimension; n++) {
            ratio = (n - 1) / 2.0 / ratio;
        }
        return ratio;
    }

    @Override
    public double mean() {
        return 0;
    }

    @Override
    public double std() {
        return gain / Math.sqrt((double) dimension);
    }

    /** With one or two dimensions there is none, or none that is bounded: 0. */
    @Override
    public double density(double x) {
        double unit = x / gain;
        return dimension < 3 || Math.abs(unit) >= 1
                ? 0
                : peak * StrictMath.exp((dimension - 3) / 2.0 * StrictMath.log1p(-unit * unit)) / gain;
    }

    /** As a normal has it: nothing is tested against this, for the elements of one matrix depend on each other. */
    @Override
    public double probability(double x) {
        return NormalDistribution.probability(x / std());
    }

    @Override
    public double kurtosis() {
        return 3.0 * dimension / (dimension + 2.0);
    }
}
