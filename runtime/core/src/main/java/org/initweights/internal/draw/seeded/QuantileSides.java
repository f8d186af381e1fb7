package org.initweights.internal.draw.seeded;

import java.util.Optional;
import org.initweights.internal.numeric.NormalDistribution;

/**
 * How 32 random bits become a tail probability of the standard normal distribution on an interval.
 *
 * <p><b>Algorithm.</b> Words below the threshold are on the side below 0, the others above, in proportion to the probabilities of both
 * sides. On each side the probability beyond the value is {@code tail + unit · word}, where words count from the interval's end: so both
 * ends have all the digits that a tail needs, which 1 - p would lose.
 *
 * <p><b>Limits.</b> Intervals narrower than 2⁻⁷ standard deviations, and those where a tail probability may be below 6·10⁻¹², take doubles
 * instead: there floats are too coarse, or {@link TailQuantile} is not accurate. So the tail of the whole distribution ends at half of
 * 2⁻³², 6.3σ.
 *
 * <p>It is made once a parameter, at the cost of four probabilities.
 *
 * @param threshold how many words are below 0, as an unsigned number; 0 too if all are
 * @param allLower -1 if all words are below 0, else 0
 * @param lowerTail the probability below the interval
 * @param lowerUnit the probability of one word of the lower side
 * @param upperTail the probability above the interval
 * @param upperUnit the probability of one word of the upper side
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
