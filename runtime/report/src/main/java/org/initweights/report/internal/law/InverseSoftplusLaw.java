package org.initweights.report.internal.law;

import org.initweights.internal.fill.InverseSoftplusFill;

/** What softplus maps to a step that is log-uniform, with a least value that has a probability of its own. */
record InverseSoftplusLaw(InverseSoftplusFill fill, double mean, double std) implements Law {

    private static final int STEPS = 2000;

    static InverseSoftplusLaw of(InverseSoftplusFill fill) {
        return new InverseSoftplusLaw(fill, fill.mean(), fill.std());
    }

    private static double softplus(double x) {
        return StrictMath.log1p(StrictMath.exp(-Math.abs(x))) + Math.max(x, 0);
    }

    private double width() {
        return StrictMath.log(fill.high() / fill.low());
    }

    @Override
    public double density(double x) {
        double sigmoid = 1 / (1 + StrictMath.exp(-x));
        return x < fill.lower() || x > fill.upper() ? 0 : sigmoid / softplus(x) / width();
    }

    @Override
    public double probability(double x) {
        return x < fill.lower() ? 0 : Math.max(0, Math.min(1, StrictMath.log(softplus(x) / fill.low()) / width()));
    }

    /** By the midpoint rule over the quantiles. */
    @Override
    public double kurtosis() {
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            double z = (fill.quantile().applyAsDouble((i + 0.5) / STEPS) - mean) / std;
            sum += z * z * z * z;
        }
        return sum / STEPS;
    }
}
