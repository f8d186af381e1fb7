package org.initweights.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Quotients of sizes leave no remainder. */
class ExactQuotientTest {

    @Test
    void isTheFactorThatIsLeft() {
        Random random = new Random(17);
        for (int i = 0; i < 10_000; i++) {
            long a = random.nextInt();
            long b = random.nextInt(1000) - 500L;
            if (b == 0) {
                continue;
            }
            assertThat(ExactQuotient.of(a * b, b)).isEqualTo(a);
            BigInteger[] parts = BigInteger.valueOf(a).divideAndRemainder(BigInteger.valueOf(b));
            if (parts[1].signum() != 0) {
                assertThatExceptionOfType(RemainderException.class)
                        .isThrownBy(() -> ExactQuotient.of(a, b))
                        .withMessage(a + " / " + b + ", which leaves " + parts[1]);
            }
        }
    }

    @Test
    void refusesZeroAndWhatExceedsALong() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> ExactQuotient.of(3, 0));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> ExactQuotient.of(Long.MIN_VALUE, -1));
        assertThat(ExactQuotient.of(Long.MIN_VALUE, 1)).isEqualTo(Long.MIN_VALUE);
        assertThat(ExactQuotient.of(0, -7)).isZero();
    }
}
