package org.initweights.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Quotients of sizes leave no remainder where they must not, and never wrap around. */
class QuotientTest {

    @Test
    void isTheFactorThatIsLeft() {
        Random random = new Random(17);
        for (int i = 0; i < 10_000; i++) {
            long a = random.nextInt();
            long b = random.nextInt(1000) - 500L;
            if (b == 0) {
                continue;
            }
            assertThat(Quotient.exact(a * b, b)).isEqualTo(a);
            BigInteger[] parts = BigInteger.valueOf(a).divideAndRemainder(BigInteger.valueOf(b));
            if (parts[1].signum() != 0) {
                assertThatExceptionOfType(RemainderException.class)
                        .isThrownBy(() -> Quotient.exact(a, b))
                        .withMessage(a + " / " + b + ", which leaves " + parts[1]);
            }
        }
    }

    @Test
    void refusesZeroAndWhatExceedsALong() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Quotient.exact(3, 0));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Quotient.exact(Long.MIN_VALUE, -1));
        assertThat(Quotient.exact(Long.MIN_VALUE, 1)).isEqualTo(Long.MIN_VALUE);
        assertThat(Quotient.exact(0, -7)).isZero();
    }

    @Test
    void roundsAsJavaDoesItOrDown() {
        Random random = new Random(18);
        for (int i = 0; i < 10_000; i++) {
            long a = random.nextLong();
            long b = random.nextInt(9) - 4L;
            if (b == 0) {
                continue;
            }
            BigInteger[] parts = BigInteger.valueOf(a).divideAndRemainder(BigInteger.valueOf(b));
            assertThat(Quotient.truncated(a, b)).isEqualTo(parts[0].longValueExact());
            boolean down = parts[1].signum() != 0 && (parts[1].signum() < 0) != (b < 0);
            assertThat(Quotient.floor(a, b)).isEqualTo(parts[0].longValueExact() - (down ? 1 : 0));
        }
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Quotient.truncated(Long.MIN_VALUE, -1));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Quotient.floor(Long.MIN_VALUE, -1));
    }
}
