package org.initweights.internal.draw.jax;

import org.initweights.internal.numeric.Fma;

/** Horner's scheme in fused operations. */
final class Polynomial {

    private Polynomial() {}

    /** The highest power comes first. */
    static float of(float x, float... coefficients) {
        float sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = Fma.of(sum, x, coefficients[i]);
        }
        return sum;
    }

    /** The highest power comes first. */
    static double of(double x, double... coefficients) {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = Math.fma(sum, x, coefficients[i]);
        }
        return sum;
    }
}
