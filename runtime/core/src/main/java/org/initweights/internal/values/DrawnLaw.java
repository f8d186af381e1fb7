package org.initweights.internal.values;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.initweights.Fill;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.InverseSoftplusFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.UniformFill;
import org.initweights.internal.fill.VarianceScaledFill;

/**
 * How an element is distributed that is drawn by itself, as a number t with a density, and what is written for t.
 *
 * @param from the least t
 * @param kink where the density or the number is not smooth; {@code from} if it is everywhere
 * @param to the largest t
 * @param density of t, up to a factor
 * @param drawn what is drawn for t, which only grows with it
 * @param least the least number that may be drawn, infinite if there is none
 * @param most the largest
 * @param written what is written for a number that is drawn
 */
public record DrawnLaw(
        double from,
        double kink,
        double to,
        DoubleUnaryOperator density,
        DoubleUnaryOperator drawn,
        double least,
        double most,
        DoubleUnaryOperator written) {

    /** So many standard deviations from its mean, a normal has no mass that counts. */
    private static final double REACH = 12;

    private static final double FARTHEST = NormalFill.FARTHEST;

    private static final double LARGEST_UNIT = 1 - 0x1p-24;

    /** The law of a fill; empty if its elements are not drawn one by one. */
    public static Optional<DrawnLaw> of(Fill fill) {
        if (fill instanceof VarianceScaledFill scaled) {
            return of(scaled.equivalent());
        }
        if (fill instanceof UniformFill uniform) {
            double width = uniform.upper() - uniform.lower();
            return Optional.of(new DrawnLaw(
                    uniform.lower(),
                    uniform.lower(),
                    uniform.upper(),
                    t -> 1,
                    t -> t,
                    uniform.lower(),
                    uniform.lower() + width * LARGEST_UNIT,
                    x -> x));
        }
        if (fill instanceof NormalFill normal) {
            return Optional.of(normal(normal.mean(), normal.std()));
        }
        if (fill instanceof TruncatedNormalFill normal) {
            return Optional.of(truncated(normal));
        }
        if (fill instanceof InverseSoftplusFill softplus) {
            return Optional.of(new DrawnLaw(
                    0,
                    softplus.shareAtFloor(),
                    1,
                    t -> 1,
                    softplus.quantile(),
                    softplus.lower(),
                    softplus.upper(),
                    x -> x));
        }
        if (fill instanceof TransformedFill transformed) {
            return of(transformed.base()).map(base -> base.then(transformed.program()));
        }
        return fill instanceof ConstantFill constant ? Optional.of(normal(constant.value(), 0)) : Optional.empty();
    }

    private static DrawnLaw normal(double mean, double std) {
        return new DrawnLaw(
                -REACH,
                -REACH,
                REACH,
                z -> StrictMath.exp(-0.5 * z * z),
                z -> mean + std * z,
                std == 0 ? mean : Double.NEGATIVE_INFINITY,
                std == 0 ? mean : Double.POSITIVE_INFINITY,
                x -> x);
    }

    /** Relative to its largest density, so that nothing underflows however far the interval is from the mean. */
    private static DrawnLaw truncated(TruncatedNormalFill fill) {
        double lower = (fill.lower() - fill.location()) / fill.scale();
        double upper = (fill.upper() - fill.location()) / fill.scale();
        double mode = Math.max(lower, Math.min(upper, 0));
        double reach = 2 * REACH * REACH / (Math.abs(mode) + Math.sqrt(mode * mode + 2 * REACH * REACH));
        double from = Math.max(lower - mode, -reach);
        double to = Math.min(upper - mode, reach);
        double centre = Math.max(fill.lower(), Math.min(fill.upper(), fill.location()));
        return new DrawnLaw(
                from,
                from,
                to,
                t -> StrictMath.exp(-t * (0.5 * t + mode)),
                t -> Math.max(fill.lower(), Math.min(fill.upper(), centre + fill.scale() * t)),
                fill.lower(),
                fill.upper(),
                x -> x);
    }

    private DrawnLaw then(DrawnProgram program) {
        return new DrawnLaw(from, kink, to, density, drawn, least, most, x -> program.at(written.applyAsDouble(x)));
    }

    /** What is written for t. */
    public double value(double t) {
        return written.applyAsDouble(drawn.applyAsDouble(t));
    }

    /** The least t of a number that a source really draws. */
    double drawnFrom() {
        return Double.isInfinite(least) ? Math.max(from, -FARTHEST) : from;
    }

    /** The largest t of a number that a source really draws. */
    double drawnTo() {
        if (Double.isInfinite(most)) {
            return Math.min(to, FARTHEST);
        }
        // Truncated normals may be at their upper end; uniforms are below it.
        return drawn.applyAsDouble(to) <= most ? to : from + (to - from) * LARGEST_UNIT;
    }

    /** The expected value of a function of t. */
    double expectation(DoubleUnaryOperator function) {
        if (!(from < to)) {
            return function.applyAsDouble(from);
        }
        double mass = Quadrature.integral(density, from, kink) + Quadrature.integral(density, kink, to);
        DoubleUnaryOperator weighted = t -> density.applyAsDouble(t) * function.applyAsDouble(t);
        return (Quadrature.integral(weighted, from, kink) + Quadrature.integral(weighted, kink, to)) / mass;
    }
}
