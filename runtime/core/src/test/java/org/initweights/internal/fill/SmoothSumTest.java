package org.initweights.internal.fill;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of many terms, in the time of few. */
class SmoothSumTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4096, 4097, 4098, 8193, 100_000, 3_000_001})
    void isTheSumOfEachTerm(long n) {
        check(StrictMath::log, n);
        check(x -> Math.sqrt(2 * x - 1), n);
        check(x -> (StrictMath.log(x) - 7) * (StrictMath.log(x) - 7), n);
    }

    private static void check(DoubleUnaryOperator f, long n) {
        double sum = 0;
        double lost = 0;
        for (long k = 1; k <= n; k++) {
            double term = f.applyAsDouble((double) k) - lost;
            double next = sum + term;
            lost = next - sum - term;
            sum = next;
        }
        assertThat(SmoothSum.of(f, n)).isCloseTo(sum, within(1e-13 * Math.max(1, sum)));
    }

    @Test
    void isStirlingsForTheLargestNumber() {
        double n = Long.MAX_VALUE;
        assertThat(SmoothSum.of(StrictMath::log, Long.MAX_VALUE))
                .isCloseTo(n * Math.log(n) - n, within(1e-12 * n * Math.log(n)));
    }

    @Test
    void fillsOfAnySizeKnowTheirMomentsAtOnce() {
        assertTimeout(ofSeconds(1), () -> {
            LogRangeFill range = new LogRangeFill(99_999_999_999L);
            // The mean of log(n·u) for u on (0, 1), and its deviation, which is that of log(u).
            assertThat(range.mean()).isCloseTo(Math.log(99_999_999_999.0) - 1, within(1e-9));
            assertThat(range.std()).isCloseTo(1, within(1e-7));
            HippoLegsFill matrix = new HippoLegsFill(1_000_000_000);
            assertThat(matrix.mean()).isCloseTo(-4e9 / 9, within(1e3));
        });
    }
}
