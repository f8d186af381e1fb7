package org.initweights.internal.draw.jax;

import org.initweights.internal.numeric.Fma;

/**
 * Horner's scheme in fused operations, as XLA's code for a CPU has it after the compiler fused products and sums.
 *
 * <p>Cost: one fused multiply-add a coefficient but the first. Nothing is vectorised: it serves single values, while {@link InverseErf}
 * has its polynomials in loops.
 */
final class Polynomial {

    private Polynomial() {}

    /**
     * The polynomial at x.
     *
     * @param coefficients the highest power first
     */
    static float of(float x, float... coefficients) {
        float sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = Fma.of(sum, x, coefficients[i]);
        }
        return sum;
    }

    /**
     * The polynomial at x.
     *
     * @param coefficients the highest power first
     */
    static double of(double x, double... coefficients) {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = Math.fma(sum, x, coefficients[i]);
        }
        return sum;
    }
}
