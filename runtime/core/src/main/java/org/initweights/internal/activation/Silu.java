package org.initweights.internal.activation;

/** x · sigmoid(x), also called swish. Elfwing, Uchibe and Doya, 2018; Ramachandran, Zoph and Le, 2017. */
public final class Silu {

    public static final ActivationFunction SILU = ActivationFunction.of(Silu::value, Silu::slope);

    private Silu() {}

    private static double value(double x) {
        return x * Sigmoid.value(x);
    }

    private static double slope(double x) {
        return Sigmoid.value(x) * (1 + x * Sigmoid.value(-x));
    }
}
