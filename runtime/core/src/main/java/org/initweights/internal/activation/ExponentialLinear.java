package org.initweights.internal.activation;

/** scale · x above 0, scale · alpha · (eˣ − 1) below. */
public final class ExponentialLinear {

    /** Clevert, Unterthiner and Hochreiter, 2016, with alpha 1. */
    public static final ActivationFunction ELU = of(1, 1);

    /** Klambauer, Unterthiner, Mayr and Hochreiter, <i>Self-normalizing neural networks</i>, 2017: E[f²] is 1. */
    public static final ActivationFunction SELU = of(1.6732632423543772848, 1.0507009873554804934);

    private ExponentialLinear() {}

    private static ActivationFunction of(double alpha, double scale) {
        return ActivationFunction.of(
                x -> scale * (x > 0 ? x : alpha * StrictMath.expm1(x)),
                x -> scale * (x > 0 ? 1 : alpha * StrictMath.exp(x)));
    }
}
