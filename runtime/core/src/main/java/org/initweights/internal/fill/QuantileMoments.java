package org.initweights.internal.fill;

import java.util.function.DoubleUnaryOperator;

/** Mean and standard deviation of a distribution given by its quantile function, by Simpson's rule. */
record QuantileMoments(double mean, double std) {

    private static final int PANELS = 1000;

    /**
     * @param quantile constant on {@code [0, flat]}, and smooth on {@code [flat, 1]}
     * @param flat the probability of the least value
     */
    static QuantileMoments of(DoubleUnaryOperator quantile, double flat) {
        double mean = expectation(quantile, flat);
        double variance = expectation(
                u -> {
                    double deviation = quantile.applyAsDouble(u) - mean;
                    return deviation * deviation;
                },
                flat);
        return new QuantileMoments(mean, Math.sqrt(variance));
    }

    private static double expectation(DoubleUnaryOperator f, double flat) {
        double step = (1 - flat) / PANELS;
        double sum = 0;
        for (int i = 0; i <= PANELS; i++) {
            double simpson = i == 0 || i == PANELS ? 1 : 2 + 2 * (i % 2);
            sum += simpson * f.applyAsDouble(flat + i * step);
        }
        return flat * f.applyAsDouble(0) + sum * step / 3;
    }
}
