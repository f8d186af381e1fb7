package org.initweights.internal.draw.seeded;

import java.util.Arrays;
import org.initweights.internal.numeric.NormalDistribution;

/**
 * The quantiles of the standard normal distribution restricted to an interval, in {@code double}.
 *
 * <p><b>Algorithms.</b> An interval that reaches to within 5σ of the mean: {@link NormalDistribution#quantile}, AS 241, of the
 * probability. A tail from 5σ on: {@link FarTail}, Newton's method on the logarithm of the probability. From 10⁸ standard deviations on
 * the whole tail is its beginning.
 *
 * <p>Intervals above 0 are mirrored first, since probabilities near 0 have finer steps than those near 1.
 *
 * <p><b>Limits.</b> Arguments are multiples of 2⁻⁵³, so the far end of an infinite tail is at a conditional probability of 2⁻⁵³.
 */
interface TruncatedQuantile {

    /** From here on the probability of a tail is taken relative to the probability of the whole tail beyond its beginning. */
    double FAR = 5;

    /** From here on the whole tail is narrower than the rounding of its beginning. */
    double EXTREME = 1e8;

    /**
     * Puts the quantiles at the first {@code count} numbers of {@code u}, which are in (0, 1), to {@code out}; behind them anything.
     *
     * @param u is anything afterwards
     */
    void apply(double[] u, double[] out, int count);

    /** The quantiles on {@code [lower, upper]}; infinite where all are at the bound that is nearer to 0. */
    static TruncatedQuantile of(double lower, double upper) {
        if (lower >= EXTREME) {
            return (u, out, count) -> Arrays.fill(out, Double.NEGATIVE_INFINITY);
        }
        if (lower >= FAR) {
            return new FarTail(lower, upper);
        }
        // Probabilities near 0 are finer than those near 1.
        if (upper <= -FAR || lower > 0) {
            return new Mirrored(of(-upper, -lower));
        }
        double below = NormalDistribution.probability(lower);
        return new Within(below, NormalDistribution.probability(upper) - below);
    }

    /**
     * The quantiles of the interval on the other side of 0: minus the others at 1 - u.
     *
     * @param other the quantiles of the mirrored interval
     */
    record Mirrored(TruncatedQuantile other) implements TruncatedQuantile {

        @Override
        public void apply(double[] u, double[] out, int count) {
            for (int i = 0; i < u.length; i++) {
                u[i] = 1 - u[i];
            }
            other.apply(u, out, count);
            for (int i = 0; i < out.length; i++) {
                out[i] = -out[i];
            }
        }
    }

    /**
     * The quantiles of an interval by the distribution function.
     *
     * @param below the probability below the interval
     * @param mass the probability inside
     */
    record Within(double below, double mass) implements TruncatedQuantile {

        @Override
        public void apply(double[] u, double[] out, int count) {
            NormalDistribution.quantiles(u, below, mass, out, count);
        }
    }

    /**
     * A tail that begins {@code lower} standard deviations out. Its distribution function, relative to its beginning, is inverted by
     * Newton's method in logarithms, three steps; Rayleigh's distribution gives the first guess.
     *
     * <p>Cost: five logarithms of {@link StrictMath} and three continued fractions of at most 51 terms an element.
     *
     * @param lower where the tail begins, 5 or more
     * @param logBeginning the logarithm of Mills' ratio there
     * @param missing the part of the tail that is inside the interval, 1 if it has no end
     * @param span the same for Rayleigh's distribution
     */
    record FarTail(double lower, double logBeginning, double missing, double span) implements TruncatedQuantile {

        private static final int NEWTON_STEPS = 3;

        FarTail(double lower, double upper) {
            this(
                    lower,
                    StrictMath.log(NormalDistribution.millsRatio(lower)),
                    -StrictMath.expm1(logSurvival(lower, upper)),
                    -StrictMath.expm1(-0.5 * (upper - lower) * (upper + lower)));
        }

        /** The logarithm of the tail's probability beyond {@code x}, relative to that beyond {@code lower}. */
        private static double logSurvival(double lower, double x) {
            return Double.isInfinite(x)
                    ? Double.NEGATIVE_INFINITY
                    : -0.5 * (x - lower) * (x + lower)
                            + StrictMath.log(NormalDistribution.millsRatio(x) / NormalDistribution.millsRatio(lower));
        }

        @Override
        public void apply(double[] u, double[] out, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = at(u[i]);
            }
        }

        private double at(double u) {
            double target = StrictMath.log1p(-u * missing);
            double x = Math.sqrt(lower * lower - 2 * StrictMath.log1p(-u * span));
            for (int step = 0; step < NEWTON_STEPS; step++) {
                double mills = NormalDistribution.millsRatio(x);
                double excess = -0.5 * (x - lower) * (x + lower) + StrictMath.log(mills) - logBeginning - target;
                x += excess * mills;
            }
            return x;
        }
    }
}
