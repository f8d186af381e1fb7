package org.initweights.internal.fill;

import java.util.function.DoubleUnaryOperator;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.internal.message.Notation;

/**
 * What softplus maps to a step that is log-uniform on {@code [low, high)} and no less than {@code floor}.
 *
 * <p>Mean and standard deviation are integrals by Simpson's rule.
 */
public record InverseSoftplusFill(double low, double high, double floor) implements Fill {

    private static final String NAME = "inverseSoftplusLogUniform";

    public InverseSoftplusFill {
        check(low, high, floor);
    }

    /** Refuses steps that are not positive, and bounds in the wrong order. */
    public static void check(double low, double high, double floor) {
        Argument.positive(NAME, "low", low);
        Argument.positive(NAME, "high", high);
        Argument.positive(NAME, "floor", floor);
        if (low > high) {
            throw new InitializationException(
                    "EmptyInterval",
                    NAME + "(low = " + Notation.exact(low) + ", high = " + Notation.exact(high) + ")",
                    "low",
                    "has no values: low must not be more than high");
        }
        // The exponential of a logarithm may be a little more than what that was of.
        if (Double.isInfinite(2 * high)) {
            throw new InitializationException(
                    "TooWide",
                    NAME + "(high = " + Notation.exact(high) + ")",
                    "high",
                    "is beyond the range of a double");
        }
    }

    /** From a number that is uniform on [0, 1) to an element, which only grows with it. */
    public DoubleUnaryOperator quantile() {
        double start = StrictMath.log(low);
        double width = StrictMath.log(high) - start;
        return u -> inverseSoftplus(Math.max(floor, StrictMath.exp(u * width + start)));
    }

    /** log(e^step - 1), without overflow. */
    private static double inverseSoftplus(double step) {
        return step + StrictMath.log(-StrictMath.expm1(-step));
    }

    /** The share of the elements whose step is {@code floor}. */
    public double shareAtFloor() {
        if (floor <= low) {
            return 0;
        }
        double start = StrictMath.log(low);
        return Math.min(1, (StrictMath.log(floor) - start) / (StrictMath.log(high) - start));
    }

    private QuantileMoments moments() {
        return QuantileMoments.of(quantile(), shareAtFloor());
    }

    @Override
    public double mean() {
        return moments().mean();
    }

    @Override
    public double std() {
        return moments().std();
    }

    @Override
    public double lower() {
        return quantile().applyAsDouble(0);
    }

    @Override
    public double upper() {
        return quantile().applyAsDouble(1);
    }

    @Override
    public String toString() {
        return "softplus⁻¹ of log-U[" + Notation.number(low) + ", " + Notation.number(high) + ")"
                + (floor > low ? ", no less than " + Notation.number(floor) : "");
    }
}
