package org.initweights.internal.draw.seeded;

import java.util.Optional;
import org.initweights.internal.numeric.NormalDistribution;

/**
 * How 32 random bits become a tail probability of the standard normal distribution on an interval. Words below the threshold are on
 * the side below 0, the others above; on each side the probability beyond the value is {@code tail + unit · word}, where words
 * count from the interval's end: so both ends have all the digits that a tail needs.
 *
 * @param threshold how many words are below 0; 0 too if all are
 * @param allLower -1 if all words are below 0, else 0
 * @param lowerTail the probability below the interval
 * @param upperTail the probability above the interval
 */
public record QuantileSides(
        int threshold, int allLower, float lowerTail, float lowerUnit, float upperTail, float upperUnit) {

    private static final double WORDS = 0x1p32;

    /** Below this {@link TailQuantile} is not accurate. */
    private static final double LEAST_PROBABILITY = 6e-12;

    /** Above, -log(4q(1 - q)) is below 5. */
    private static final float LEAST_CENTRAL_PROBABILITY = 0.0017f;

    /** In narrower intervals floats near 1/2 are too coarse for probabilities. */
    private static final double LEAST_WIDTH = 0x1p-7;

    /** The sides of an interval in standard deviations; empty if it takes double precision to draw from it. */
    static Optional<QuantileSides> of(double lower, double upper) {
        double below = NormalDistribution.probability(Math.min(lower, 0));
        double above = NormalDistribution.probability(Math.min(-upper, 0));
        double lowerMass = NormalDistribution.probability(Math.min(upper, 0)) - below;
        double upperMass = NormalDistribution.probability(Math.min(-lower, 0)) - above;
        double lowerWords = Math.rint(WORDS * lowerMass / (lowerMass + upperMass));
        double upperWords = WORDS - lowerWords;
        double lowerUnit = lowerWords == 0 ? 0 : lowerMass / lowerWords;
        double upperUnit = upperWords == 0 ? 0 : upperMass / upperWords;
        boolean accurate = upper - lower >= LEAST_WIDTH
                && isAccurate(below, lowerUnit, lowerWords)
                && isAccurate(above, upperUnit, upperWords);
        return accurate
                ? Optional.of(new QuantileSides(
                        (int) (long) lowerWords,
                        upperWords == 0 ? -1 : 0,
                        (float) below,
                        (float) lowerUnit,
                        (float) above,
                        (float) upperUnit))
                : Optional.empty();
    }

    /** Whether no tail probability is so small that the logarithm in {@link TailQuantile} reaches 5. */
    public boolean isCentral() {
        boolean lower = lowerUnit == 0 || lowerTail >= LEAST_CENTRAL_PROBABILITY;
        boolean upper = upperUnit == 0 || upperTail >= LEAST_CENTRAL_PROBABILITY;
        return lower && upper;
    }

    private static boolean isAccurate(double tail, double unit, double words) {
        return words == 0 || tail + 0.5 * unit >= LEAST_PROBABILITY;
    }
}
