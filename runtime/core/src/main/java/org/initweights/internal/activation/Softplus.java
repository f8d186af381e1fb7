package org.initweights.internal.activation;

/** log(1 + eˣ), whose derivative is the sigmoid. Dugas, Bengio, Bélisle, Nadeau and Garcia, 2001. */
public final class Softplus {

    public static final ActivationFunction SOFTPLUS = ActivationFunction.of(Softplus::value, Sigmoid::value);

    private Softplus() {}

    /** With the exponential of a number up to 0 only, which does not overflow. */
    static double value(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }
}
