package org.initweights.internal.activation;

/** x · tanh(softplus(x)). Misra, 2019. */
public final class Mish {

    public static final ActivationFunction MISH = ActivationFunction.of(Mish::value, Mish::slope);

    private Mish() {}

    private static double value(double x) {
        return x * StrictMath.tanh(Softplus.value(x));
    }

    private static double slope(double x) {
        double softplus = Softplus.value(x);
        return StrictMath.tanh(softplus) + x * Tanh.slope(softplus) * Sigmoid.value(x);
    }
}
