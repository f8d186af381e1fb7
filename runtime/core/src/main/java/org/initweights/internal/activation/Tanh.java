package org.initweights.internal.activation;

/** The hyperbolic tangent. */
public final class Tanh {

    public static final ActivationFunction TANH = ActivationFunction.of(StrictMath::tanh, Tanh::slope);

    private Tanh() {}

    /** 1 − tanh²(x), without the cancellation. */
    static double slope(double x) {
        double cosh = StrictMath.cosh(x);
        return 1 / (cosh * cosh);
    }
}
