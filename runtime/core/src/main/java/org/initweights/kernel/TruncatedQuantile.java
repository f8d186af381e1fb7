package org.initweights.kernel;

/** The quantiles of the standard normal distribution restricted to an interval. */
interface TruncatedQuantile {

    /** From here on the probability of the tail is taken relative to that of its beginning. */
    double FAR = 5;

    /** From here on the whole tail is narrower than the rounding of its beginning. */
    double EXTREME = 1e8;

    /** The quantile at {@code u}, which is in (0, 1). */
    double at(double u);

    /** The quantiles on {@code [lower, upper]}; infinite where all are at the bound that is nearer to 0. */
    static TruncatedQuantile of(double lower, double upper) {
        if (lower >= EXTREME) {
            return u -> Double.NEGATIVE_INFINITY;
        }
        if (lower >= FAR) {
            return new FarTail(lower, upper);
        }
        if (upper <= -FAR) {
            TruncatedQuantile mirrored = of(-upper, -lower);
            return u -> -mirrored.at(1 - u);
        }
        if (lower > 0) {
            // Probabilities near 0 are finer than those near 1.
            TruncatedQuantile mirrored = of(-upper, -lower);
            return u -> -mirrored.at(1 - u);
        }
        double below = NormalDistribution.probability(lower);
        double mass = NormalDistribution.probability(upper) - below;
        return u -> NormalDistribution.quantile(below + u * mass);
    }

    /**
     * A tail that begins {@code lower} standard deviations out. Its distribution function, relative to its beginning, is
     * inverted by Newton's method in logarithms; Rayleigh's distribution gives the first guess.
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
        public double at(double u) {
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
