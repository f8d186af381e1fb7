package org.initweights.internal.fill;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.internal.message.Notation;

/** Normal, with this mean and standard deviation. */
public record NormalFill(double mean, double std) implements Fill {

    /** No generator gives a normal that is further out than this, in standard deviations. */
    private static final double FARTHEST = 40;

    public NormalFill {
        check("normal", mean, std);
    }

    /**
     * Refuses means that are not finite, standard deviations that are negative or not finite, and normals that a {@code double} cannot
     * hold.
     */
    public static void check(String initializer, double mean, double std) {
        Argument.finite(initializer, "mean", mean);
        Argument.notNegative(initializer, "std", std);
        if (!Double.isFinite(reach(mean, std))) {
            throw new InitializationException(
                    "TooWide",
                    initializer + "(mean = " + Notation.exact(mean) + ", std = " + Notation.exact(std) + ")",
                    "std",
                    "is wider than the range of a double");
        }
    }

    /** How far from 0 a value can be. */
    public static double reach(double mean, double std) {
        return Math.abs(mean) + FARTHEST * std;
    }

    @Override
    public String toString() {
        return Notation.normal(mean, std);
    }
}
