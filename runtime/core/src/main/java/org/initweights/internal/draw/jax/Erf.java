package org.initweights.internal.draw.jax;

/**
 * The error function of single precision, as XLA has it from Eigen's {@code generic_fast_erf_float}: a rational function, x times degree 4
 * over degree 6 in x², and ±1 beyond 3.83.
 *
 * <p>It is asked for the bounds of truncated normals, two a parameter. {@code JaxParityTest} holds it by the truncated normals of goldens
 * of JAX 0.10.2.
 *
 * <p><b>Changes against the original.</b> The argument is clamped to ±3.8325, where Eigen's code as published replaces the result.
 */
final class Erf {

    /** From here on the result is ±1. */
    private static final float LIMIT = 3.832506856900711f;

    private static final float[] NUMERATOR = {
        0.00022905065861350646f,
        0.0034082910107109506f,
        0.050955695062380861f,
        0.18520832239976145f,
        1.128379143519084f,
    };
    private static final float[] DENOMINATOR = {
        -1.1791602954361697e-7f,
        0.000023547966471313185f,
        0.0010179625278914885f,
        0.014070470171167667f,
        0.11098505178285362f,
        0.49746925110067538f,
        1,
    };

    private Erf() {}

    /** The error function, from -1 to 1. */
    static float of(float value) {
        float x = Math.max(-LIMIT, Math.min(LIMIT, value));
        float square = x * x;
        return x * Polynomial.of(square, NUMERATOR) / Polynomial.of(square, DENOMINATOR);
    }
}
