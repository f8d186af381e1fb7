package org.initweights.internal.draw.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.initweights.internal.numeric.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quantiles of floats against those of doubles. */
class TailQuantileTest {

    private static final double RELATIVE = 7e-7;

    /** Floats near a probability of 1/2 lie so far apart, in standard deviations. */
    private static final double ABSOLUTE = 2e-7;

    @ParameterizedTest
    @CsvSource({
        "-2, 2",
        "-1, 3",
        "-Infinity, Infinity",
        "-Infinity, 0",
        "0, Infinity",
        "0.5, 2",
        "-4, -1",
        "1.5, 1.52",
        "-5.5, 0.001",
        "-0.01, 0.01",
        "1, Infinity"
    })
    void areTheQuantiles(double lower, double upper) {
        QuantileSides sides = QuantileSides.of(lower, upper).orElseThrow();
        TailQuantile quantile = new TailQuantile(WordFloats.create());
        int[] words = new int[512];
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 200; round++) {
            for (int i = 0; i < words.length; i++) {
                words[i] = extreme(random);
            }
            quantile.draw(words, sides);
            for (int i = 0; i < words.length; i++) {
                double expected = expected(lower, upper, (words[i] & 0xFFFF_FFFFL) + 0.5);
                assertThat(Math.abs(quantile.values[i] - expected))
                        .as("word %08x: %s, not %s", words[i], quantile.values[i], expected)
                        .isLessThanOrEqualTo(RELATIVE * Math.abs(expected) + ABSOLUTE);
            }
        }
    }

    @Test
    void leavesFarAndNarrowIntervalsToDoubles() {
        assertThat(QuantileSides.of(6, Double.POSITIVE_INFINITY)).isEmpty();
        assertThat(QuantileSides.of(-30, -20)).isEmpty();
        assertThat(QuantileSides.of(1, 1.001)).isEmpty();
    }

    /** Many of the first, the last and the middle words. */
    private static int extreme(SplittableRandom random) {
        int any = random.nextInt();
        return switch (random.nextInt(4)) {
            case 0 -> any >>> random.nextInt(32);
            case 1 -> ~(any >>> random.nextInt(32));
            default -> any;
        };
    }

    /** Each side by itself, as the words are shared out: from the tail, where probabilities have all their digits. */
    private static double expected(double lower, double upper, double word) {
        double below = NormalDistribution.probability(lower);
        double above = NormalDistribution.probability(-upper);
        double words = 0x1p32;
        double mass = lower >= 0
                ? NormalDistribution.probability(-lower) - above
                : upper <= 0 ? NormalDistribution.probability(upper) - below : 1 - above - below;
        double lowerMass = lower >= 0 ? 0 : upper <= 0 ? mass : 0.5 - below;
        double threshold = Math.rint(words * lowerMass / mass);
        return word < threshold
                ? NormalDistribution.quantile(below + word * lowerMass / threshold)
                : -NormalDistribution.quantile(above + (words - word) * (mass - lowerMass) / (words - threshold));
    }
}
