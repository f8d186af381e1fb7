package org.initweights.internal.activation;

import java.util.function.DoubleUnaryOperator;
import org.initweights.internal.numeric.NormalDistribution;

/**
 * Means over a standard normal variable, by Gauss's rule of three points on each of many panels. One panel ends at 0, and
 * no point is on an end, so that a kink or a jump there costs no accuracy.
 */
final class GaussianMean {

    /** Where the density is e^-72 of its largest value. */
    private static final int REACH = 12;

    private static final int PANELS_IN_ONE = 32;
    private static final double HALF_PANEL = 0.5 / PANELS_IN_ONE;
    private static final double OUTER_POINT = HALF_PANEL * Math.sqrt(0.6);

    private GaussianMean() {}

    /** E[f(z)²]. */
    static double ofSquare(DoubleUnaryOperator f) {
        double sum = 0;
        for (int panel = -REACH * PANELS_IN_ONE; panel < REACH * PANELS_IN_ONE; panel++) {
            double centre = (2 * panel + 1) * HALF_PANEL;
            sum += 5 * weighted(f, centre - OUTER_POINT)
                    + 8 * weighted(f, centre)
                    + 5 * weighted(f, centre + OUTER_POINT);
        }
        return sum * HALF_PANEL / 9;
    }

    private static double weighted(DoubleUnaryOperator f, double z) {
        double value = f.applyAsDouble(z);
        return value * value * NormalDistribution.density(z);
    }
}
