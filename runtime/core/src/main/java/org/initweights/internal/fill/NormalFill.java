package org.initweights.internal.fill;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.internal.message.Notation;

/** Normal, with this mean and standard deviation. */
public record NormalFill(double mean, double std) implements Fill {

    /**
     * No source draws a normal that is further from its mean than this, in standard deviations: Box and Muller's reach √(106·log 2) = 8.57
     * with uniforms of 53 bits, and 6.56 or less with those of floats; the quantiles of JAX stay below both.
     */
    public static final double FARTHEST = 9;

    /** What integrals and reports take of a normal is not further out than this, in standard deviations. */
    private static final double COMPUTED = 40;

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

    /** How far from 0 the numbers are with which something is computed of a normal. */
    public static double reach(double mean, double std) {
        return Math.abs(mean) + COMPUTED * std;
    }

    @Override
    public String toString() {
        return Notation.normal(mean, std);
    }
}
