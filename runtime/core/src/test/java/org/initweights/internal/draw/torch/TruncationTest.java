package org.initweights.internal.draw.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.initweights.Initializers;
import org.initweights.RandomSource;
import org.initweights.Weights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruncationTest {

    private static final int STEPS = 2_000_000;

    /** The mean height of the density over the interval, of its mode, by a sum. */
    @ParameterizedTest
    @CsvSource({"0, 1, -2, 2", "0, 1, -100, 100", "97, 0.4, 0, 2", "0, 1, 1, 5", "0, 0.5, -9, -2", "3, 1, -10, 3"})
    void proposalsAreRightToAFactorOfTwo(double mean, double std, double lower, double upper) {
        double mode = Math.max(lower, Math.min(upper, mean));
        double height = 0;
        for (int i = 0; i < STEPS; i++) {
            double z = (lower + (upper - lower) * (i + 0.5) / STEPS - mean) / std;
            double peak = (mode - mean) / std;
            height += Math.exp((peak * peak - z * z) / 2) / STEPS;
        }
        assertThat(new Truncation(mean, std, lower, upper).proposals()).isBetween(0.5 / height, 2 / height);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, -1e7, -10, 1e\\+08", "0, 1e-9, 1, 2, 1e\\+18"})
    void aMillionTriesForEachElementAreRefused(double mean, double std, double lower, double upper, String tries) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(
                                builder -> builder.tensor("w", Initializers.truncNormal(mean, std, lower, upper), 2))
                        .initialize(RandomSource.torch(1)))
                .withMessageMatching("(?s).*takes some " + tries + " tries for each element, since .*");
    }
}
