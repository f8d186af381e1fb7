package org.initweights.internal.activation;

/** 1 / (1 + e⁻ˣ), the logistic function. */
public final class Sigmoid {

    public static final ActivationFunction SIGMOID = ActivationFunction.of(Sigmoid::value, Sigmoid::slope);

    private Sigmoid() {}

    static double value(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** By symmetry 1 − f(x) is f(−x), which loses no digit where f is close to 1. */
    private static double slope(double x) {
        return value(x) * value(-x);
    }
}
