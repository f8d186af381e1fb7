package org.initweights.testing;

import java.util.function.DoubleUnaryOperator;

/** Integrals, to check closed forms against. */
public final class Quadrature {

    private Quadrature() {}

    /** Boole's rule with many steps. */
    public static double integrate(DoubleUnaryOperator f, double from, double to) {
        int steps = 4000;
        double h = (to - from) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i += 4) {
            double x = from + i * h;
            sum += 7 * f.applyAsDouble(x)
                    + 32 * f.applyAsDouble(x + h)
                    + 12 * f.applyAsDouble(x + 2 * h)
                    + 32 * f.applyAsDouble(x + 3 * h)
                    + 7 * f.applyAsDouble(x + 4 * h);
        }
        return sum * h * 2 / 45;
    }

    /** The standard normal density. */
    public static double density(double x) {
        return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }
}
