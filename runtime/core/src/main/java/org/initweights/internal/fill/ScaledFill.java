package org.initweights.internal.fill;

import org.initweights.Distribution;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.internal.message.Notation;

/** Fills of mean zero and a given standard deviation. */
public final class ScaledFill {

    /** The standard deviation of the standard normal cut at ±2, as {@code jax.nn.initializers} has it. */
    public static final double STD_CUT_AT_TWO = .87962566103423978;

    private ScaledFill() {}

    /**
     * The fill of a distribution, of a standard deviation that was computed from what is not 0.
     *
     * @param initializer what computed it, with its arguments, for the message
     * @throws InitializationException if it became 0
     */
    public static Fill computed(String initializer, Distribution distribution, double std) {
        checkComputed(initializer, std);
        return of(distribution, std);
    }

    /**
     * Refuses a standard deviation that was computed from what is not 0, and became 0.
     *
     * @param initializer what computed it, with its arguments
     */
    public static void checkComputed(String initializer, double std) {
        if (std == 0) {
            throw new InitializationException(
                    "ZeroScale",
                    initializer,
                    null,
                    "has a standard deviation that is too small for a double, so that all elements would be 0; take an argument nearer to 1, or"
                            + " zeros if they are meant");
        }
    }

    /** The fill of a distribution. */
    public static Fill of(Distribution distribution, double std) {
        return switch (distribution) {
            case NORMAL -> new NormalFill(0, std);
            case UNIFORM -> uniform(Math.sqrt(3.0) * std);
            case TRUNCATED_NORMAL -> truncated(std / STD_CUT_AT_TWO);
        };
    }

    private static Fill uniform(double bound) {
        return new UniformFill(-bound, bound);
    }

    private static Fill truncated(double scale) {
        return new TruncatedNormalFill(0, scale, -2 * scale, 2 * scale);
    }

    /** The end of a derivation: {@code std 0.02525} or {@code bound 0.04374}. */
    public static String result(Fill fill) {
        if (fill instanceof VarianceScaledFill scaled) {
            return result(scaled.equivalent());
        }
        if (fill instanceof UniformFill uniform) {
            return "bound " + Notation.number(uniform.upper());
        }
        return "std " + Notation.number(fill.std());
    }
}
