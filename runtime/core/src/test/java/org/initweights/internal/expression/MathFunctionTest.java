package org.initweights.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MathFunctionTest {

    private static final double[] NUMBERS = {
        0, -0.0, 1, -1, 0.5, -2.5, 3, 7, 1e-300, 1e300, -1e9, 4e9, Double.POSITIVE_INFINITY, Double.NaN
    };

    @Test
    void haveTheBitsOfStrictMath() {
        for (double x : NUMBERS) {
            assertSame(MathFunction.SQRT.apply(x), StrictMath.sqrt(x));
            assertSame(MathFunction.ABS.apply(x), StrictMath.abs(x));
            assertSame(MathFunction.EXP.apply(x), StrictMath.exp(x));
            assertSame(MathFunction.EXPM1.apply(x), StrictMath.expm1(x));
            assertSame(MathFunction.LOG.apply(x), StrictMath.log(x));
            assertSame(MathFunction.LOG1P.apply(x), StrictMath.log1p(x));
            assertSame(MathFunction.SIN.apply(x), StrictMath.sin(x));
            assertSame(MathFunction.COS.apply(x), StrictMath.cos(x));
            assertSame(MathFunction.TANH.apply(x), StrictMath.tanh(x));
            assertSame(MathFunction.FLOOR.apply(x), StrictMath.floor(x));
            for (double y : NUMBERS) {
                assertSame(MathFunction.MIN.apply(x, y), StrictMath.min(x, y));
                assertSame(MathFunction.MAX.apply(x, y), StrictMath.max(x, y));
                assertSame(MathFunction.POW.apply(x, y), StrictMath.pow(x, y));
            }
        }
    }

    private static void assertSame(double actual, double expected) {
        assertThat(Double.doubleToLongBits(actual)).isEqualTo(Double.doubleToLongBits(expected));
    }

    @Test
    void haveNamesAndSoManyNumbers() {
        assertThat(String.join(" ", MathFunction.names()))
                .isEqualTo("sqrt abs min max exp log pow expm1 log1p sin cos tanh floor mod");
        for (MathFunction function : MathFunction.values()) {
            assertThat(MathFunction.named(function.written())).contains(function);
            assertThat(function.arity()).isEqualTo(function.written().matches("min|max|pow|mod") ? 2 : 1);
        }
        assertThat(MathFunction.named("sinh")).isEmpty();
    }

    /** By arithmetic without rounding: what is left, moved to the side of the divisor. */
    @Test
    void theRemainderIsPythons() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            boolean whole = random.nextBoolean();
            double a = whole ? random.nextInt(-50, 50) : random.nextGaussian() * 20;
            double b = random.nextBoolean() ? random.nextInt(1, 9) : random.nextGaussian() * 5;
            b = random.nextInt(3) == 0 ? -b : b;
            double rest = new BigDecimal(a).remainder(new BigDecimal(b)).doubleValue();
            double expected = rest == 0 ? Math.copySign(0, b) : rest < 0 == b < 0 ? rest : rest + b;
            assertThat(MathFunction.mod(a, b)).as("mod(%s, %s)", a, b).isEqualTo(expected);
            assertThat(MathFunction.MOD.apply(a, b)).isEqualTo(expected);
        }
        assertThat(MathFunction.mod(-1, 3)).isEqualTo(2);
        assertThat(MathFunction.mod(5, -3)).isEqualTo(-1);
        assertThat(MathFunction.mod(1e18, 7)).isEqualTo(1_000_000_000_000_000_000L % 7);
        assertThat(MathFunction.mod(1, 0)).isNaN();
    }

    /** As NumPy's; Java's own {@code %} gives 0 the sign of the dividend. */
    @Test
    void noRemainderHasTheSignOfTheDivisor() {
        assertSame(MathFunction.mod(6, -3), -0.0);
        assertSame(MathFunction.mod(-6, -3), -0.0);
        assertSame(MathFunction.mod(-6, 3), 0);
        assertSame(MathFunction.mod(-0.0, 3), 0);
        assertSame(MathFunction.mod(-7.5, 2.5), 0);
        assertSame(MathFunction.mod(7.5, -2.5), -0.0);
    }
}
