package org.initweights.internal.values;

import java.util.function.DoubleUnaryOperator;

/**
 * Integrals by Gauss's and Legendre's rule of ten points, on intervals that are halved until both halves together say what the whole does.
 */
final class Quadrature {

    private static final int PANELS = 32;
    private static final int DEEPEST = 40;
    private static final int MOST_RULES = 10_000;

    /** How far halves may be from the whole, as a part of the integral of the absolute value. */
    private static final double TOLERANCE = 1e-13;

    private static final double[] NODES = {
        0.1488743389816312109,
        0.4333953941292471908,
        0.6794095682990244062,
        0.8650633666889845107,
        0.9739065285171717201
    };

    private static final double[] WEIGHTS = {
        0.2955242247147528702,
        0.2692667193099963551,
        0.2190863625159820440,
        0.1494513491505805931,
        0.0666713443086881376
    };

    private final DoubleUnaryOperator f;
    private int rules;

    private Quadrature(DoubleUnaryOperator f) {
        this.f = f;
    }

    /** The integral from {@code a} to {@code b}. */
    static double integral(DoubleUnaryOperator f, double a, double b) {
        return a < b ? new Quadrature(f).integral(a, b) : 0;
    }

    private double integral(double a, double b) {
        double size = 0;
        double[] wholes = new double[PANELS];
        for (int i = 0; i < PANELS; i++) {
            wholes[i] = rule(at(a, b, i), at(a, b, i + 1));
            size += Math.abs(wholes[i]);
        }
        double sum = 0;
        for (int i = 0; i < PANELS; i++) {
            sum += refined(at(a, b, i), at(a, b, i + 1), wholes[i], TOLERANCE * size, DEEPEST);
        }
        return sum;
    }

    private static double at(double a, double b, int panel) {
        return panel == PANELS ? b : a + (b - a) * panel / PANELS;
    }

    private double refined(double a, double b, double whole, double tolerance, int depth) {
        double middle = a + (b - a) / 2;
        double left = rule(a, middle);
        double right = rule(middle, b);
        // NaN is as it is, however deep one looks, and noise has no end.
        if (depth == 0 || rules > MOST_RULES || !(Math.abs(left + right - whole) > tolerance)) {
            return left + right;
        }
        return refined(a, middle, left, tolerance, depth - 1) + refined(middle, b, right, tolerance, depth - 1);
    }

    private double rule(double a, double b) {
        rules++;
        double centre = a + (b - a) / 2;
        double half = (b - a) / 2;
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            sum += WEIGHTS[i] * (f.applyAsDouble(centre - half * NODES[i]) + f.applyAsDouble(centre + half * NODES[i]));
        }
        return sum * half;
    }
}
