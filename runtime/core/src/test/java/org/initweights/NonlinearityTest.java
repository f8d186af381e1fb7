package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.function.DoubleUnaryOperator;
import org.initweights.testing.Quadrature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NonlinearityTest {

    /** f(-30), f(-3/2) and f(1/2), computed with 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "LINEAR, -30, -1.5, 0.5",
        "CONV_TRANSPOSE2D, -30, -1.5, 0.5",
        "RELU, 0, 0, 0.5",
        "LEAKY_RELU, -0.3, -0.015, 0.5",
        "SIGMOID, 9.357622968839299e-14, 0.18242552380635634, 0.62245933120185456",
        "TANH, -1.0, -0.90514825364486644, 0.46211715726000976",
        "SELU, -1.7580993408472123, -1.3658143533672527, 0.52535049367774025",
        "GELU, -1.4720141781444561e-196, -0.1002108019032871, 0.34573123063700655",
        "SILU, -2.8072868906517897e-12, -0.27363828570953451, 0.31122966560092728",
        "ELU, -0.99999999999990642, -0.77686983985157017, 0.5",
        "SOFTPLUS, 9.3576229688397368e-14, 0.20141327798275241, 0.97407698418010668",
        "MISH, -2.807286890651921e-12, -0.29809974216680676, 0.3752452113048951",
    })
    void functionsHaveTheirValues(Nonlinearity f, double far, double below, double above) {
        assertThat(f.apply(-30)).isCloseTo(far, withPercentage(1e-11));
        assertThat(f.apply(-1.5)).isCloseTo(below, withPercentage(1e-12));
        assertThat(f.apply(0.5)).isCloseTo(above, withPercentage(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void derivativesAreTheLimitsOfDifferences(Nonlinearity f) {
        double h = 1e-4;
        for (double x = -9.975; x < 10; x += 0.05) {
            double difference =
                    (8 * (f.apply(x + h) - f.apply(x - h)) - f.apply(x + 2 * h) + f.apply(x - 2 * h)) / (12 * h);
            assertThat(f.derivative(x)).as("at %s", x).isCloseTo(difference, offset(1e-10));
        }
    }

    /** On each half-line for itself, since some functions have a kink at 0. */
    @ParameterizedTest
    @EnumSource
    void momentsAreTheIntegrals(Nonlinearity f) {
        assertThat(f.secondMoment()).isCloseTo(meanSquare(f::apply), offset(1e-10));
        assertThat(f.derivativeSecondMoment()).isCloseTo(meanSquare(f::derivative), offset(1e-10));
    }

    private static double meanSquare(DoubleUnaryOperator f) {
        return trapezoids(f, -12, -Double.MIN_VALUE) + trapezoids(f, Double.MIN_VALUE, 12);
    }

    private static double trapezoids(DoubleUnaryOperator f, double from, double to) {
        int steps = 1_000_000;
        double h = (to - from) / steps;
        double sum = (weighted(f, from) + weighted(f, to)) / 2;
        for (int i = 1; i < steps; i++) {
            sum += weighted(f, from + i * h);
        }
        return sum * h;
    }

    private static double weighted(DoubleUnaryOperator f, double z) {
        double value = f.applyAsDouble(z);
        return value * value * Quadrature.density(z);
    }

    /** E[f(z)²] and E[f'(z)²], computed with 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "LINEAR, 1, 1",
        "RELU, 0.5, 0.5",
        "LEAKY_RELU, 0.50005, 0.50005",
        "SIGMOID, 0.29337903585809296, 0.044836241350194372",
        "TANH, 0.39429449039784117, 0.46440290244826824",
        "SELU, 1, 1.0715749924557993",
        "GELU, 0.42522148257029867, 0.45585086564928712",
        "SILU, 0.35577551981735216, 0.37948235163282931",
        "ELU, 0.64494541749292386, 0.66810200122317061",
        "SOFTPLUS, 0.92124590885930028, 0.29337903585809296",
        "MISH, 0.45234219237588277, 0.47908375837396977",
    })
    void momentsAreTheKnownOnes(Nonlinearity f, double ofFunction, double ofDerivative) {
        assertThat(f.secondMoment()).isCloseTo(ofFunction, offset(1e-12));
        assertThat(f.derivativeSecondMoment()).isCloseTo(ofDerivative, offset(1e-12));
    }

    @ParameterizedTest
    @EnumSource(names = {"GELU", "SILU", "ELU", "SOFTPLUS", "MISH"})
    void gainsThatPyTorchLacksKeepTheMeanSquare(Nonlinearity f) {
        assertThat(f.gain() * f.gain() * f.secondMoment()).isCloseTo(1, offset(1e-14));
        assertThat(f.gain(0.2)).isEqualTo(f.gain());
    }

    @Test
    void onlyALeakyReluTakesTheSlope() {
        assertThat(Nonlinearity.LEAKY_RELU.apply(-2, 0.2)).isEqualTo(-0.4);
        assertThat(Nonlinearity.LEAKY_RELU.apply(3, 0.2)).isEqualTo(3);
        assertThat(Nonlinearity.LEAKY_RELU.derivative(-2, 0.2)).isEqualTo(0.2);
        assertThat(Nonlinearity.LEAKY_RELU.secondMoment(0.2)).isCloseTo(0.52, offset(1e-15));
        assertThat(Nonlinearity.LEAKY_RELU.derivativeSecondMoment(0.2)).isCloseTo(0.52, offset(1e-15));
        assertThat(Nonlinearity.RELU.apply(-2, 0.2)).isZero();
        assertThat(Nonlinearity.ELU.derivative(-2, 0.2)).isCloseTo(Math.exp(-2), offset(1e-15));
    }

    @ParameterizedTest
    @EnumSource
    void largeNumbersNeitherOverflowNorHang(Nonlinearity f) {
        assertThat(f.apply(Double.NaN)).isNaN();
        for (double x : new double[] {-1e300, -1000, 1000, 1e300}) {
            assertThat(f.apply(x)).isFinite();
            assertThat(f.derivative(x)).isBetween(-0.5, 2.0);
        }
        assertThat(Nonlinearity.RELU.apply(Double.NEGATIVE_INFINITY)).isZero();
    }
}
