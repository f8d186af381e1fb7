package org.initweights.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.inverseSoftplusLogUniform;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;

import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mean, deviation and bounds of functions of what is drawn, against sums over many points. */
class TransformLawTest {

    private static final int POINTS = 100_000;

    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.ofEntries(
            Map.entry("x", x -> x),
            Map.entry("-x", x -> -x),
            Map.entry("3", x -> 3),
            Map.entry("x * x", x -> x * x),
            Map.entry("-(x * x)", x -> -(x * x)),
            Map.entry("exp(x)", Math::exp),
            Map.entry("exp(-x)", x -> Math.exp(-x)),
            Map.entry("tanh(x) / 7", x -> Math.tanh(x) / 7),
            Map.entry("sin(20 * x)", x -> Math.sin(20 * x)),
            Map.entry("x * x * x - x", x -> x * x * x - x),
            Map.entry("abs(x - 0.31) + 2", x -> Math.abs(x - 0.31) + 2),
            Map.entry("floor(3 * x)", x -> Math.floor(3 * x)));

    /** A density over an interval, which need not have a mass of 1. */
    private record Law(Initializer initializer, DoubleUnaryOperator density, double from, double to) {

        Law normalBetween(double mean, double std) {
            return new Law(initializer, x -> Math.exp(-(x - mean) * (x - mean) / (2 * std * std)), from, to);
        }
    }

    private static Law flat(double a, double b) {
        return new Law(uniform(a, b), x -> 1, a, b);
    }

    private static Law truncated(double mean, double std, double a, double b) {
        return new Law(truncNormal(mean, std, a, b), x -> 1, a, b).normalBetween(mean, std);
    }

    private static Law bell(double mean, double std) {
        return new Law(normal(mean, std), x -> 1, mean - 9 * std, mean + 9 * std).normalBetween(mean, std);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "-x",
                "3",
                "x * x",
                "-(x * x)",
                "exp(x)",
                "exp(-x)",
                "tanh(x) / 7",
                "sin(20 * x)",
                "x * x * x - x",
                "abs(x - 0.31) + 2",
                "floor(3 * x)"
            })
    void hasTheMomentsAndBoundsOfManyPoints(String function) {
        check(flat(-2, 3), function, true);
        check(flat(0.81, 0.998), function, true);
        check(truncated(0.3, 0.7, -1, 2), function, true);
        check(truncated(0, 1, 1, 3), function, true);
        check(truncated(0, 1, -3, -1), function, true);
        check(truncated(0, 1, 5, 6), function, true);
        check(truncated(2, 0.25, 0.5, 1.5), function, true);
        check(bell(0.5, 0.25), function, false);
    }

    private static void check(Law law, String function, boolean isBounded) {
        DoubleUnaryOperator f = Objects.requireNonNull(FUNCTIONS.get(function));
        double mass = 0;
        double sum = 0;
        double squares = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < POINTS; i++) {
            double x = law.from + (law.to - law.from) * (i + 0.5) / POINTS;
            double weight = law.density.applyAsDouble(x);
            double value = f.applyAsDouble(x);
            mass += weight;
            sum += weight * value;
            squares += weight * value * value;
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double mean = sum / mass;
        double std = Math.sqrt(Math.max(0, squares / mass - mean * mean));
        Fill fill = law.initializer.transformed(function).resolve(TensorShape.of(10));
        // Where the function leaps, points tell the place of the leap to a part of the interval only.
        double slack = (function.startsWith("floor") ? 1e-4 : 1e-7) * (1 + Math.abs(mean) + std);
        assertThat(fill.mean()).as("%s of %s", function, law).isCloseTo(mean, within(slack));
        assertThat(fill.std()).as("%s of %s", function, law).isCloseTo(std, within(10 * slack));
        if (isBounded && !function.startsWith("floor")) {
            double size = 1e-4 * (Math.abs(low) + Math.abs(high) + high - low);
            assertThat(fill.lower()).as("%s of %s", function, law).isBetween(low - size, low);
            assertThat(fill.upper()).as("%s of %s", function, law).isBetween(high, high + size);
        }
    }

    @Test
    void knowsWhatIsAtInfinity() {
        assertBounds(normal(), "exp(x)", 0, Double.POSITIVE_INFINITY);
        assertBounds(normal(), "-exp(-x)", Double.NEGATIVE_INFINITY, 0);
        assertBounds(normal(), "tanh(x)", -1, 1);
        assertBounds(normal(2, 0), "x * x", 4, 4);
        assertBounds(constant(3), "x * x", 9, 9);
        assertBounds(truncNormal(0, 1, Double.NEGATIVE_INFINITY, 1), "2 * x", Double.NEGATIVE_INFINITY, 2);
        for (String hill : new String[] {"exp(-(x - 2) * (x - 2))", "exp(-(x + 2) * (x + 2))"}) {
            Fill fill = normal().transformed(hill).resolve(TensorShape.of(3));
            assertThat(fill.upper()).isCloseTo(1, within(1e-12));
        }
        Fill square = normal().transformed("x * x").resolve(TensorShape.of(3));
        assertThat(square.lower()).isCloseTo(0, within(1e-9));
        assertThat(square.upper()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(square.mean()).isCloseTo(1, within(1e-10));
        assertThat(square.std()).isCloseTo(Math.sqrt(2), within(1e-10));
    }

    /** At infinity a sine has no value, so nothing is known of its bounds there. */
    @Test
    void knowsNothingWhereTheEndHasNoValue() {
        assertBounds(normal(), "sin(x)", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Test
    void boundsOfExtremesAreNotInside() {
        assertThat(uniform(-2, 3)
                        .transformed("x * x")
                        .resolve(TensorShape.of(3))
                        .lower())
                .isBetween(-1e-6, 0.0);
        assertThat(uniform(-2, 3)
                        .transformed("-(x * x)")
                        .resolve(TensorShape.of(3))
                        .upper())
                .isBetween(0.0, 1e-6);
    }

    @Test
    void constantsAndSoftplusHaveLaws() {
        Fill square = constant(3).transformed("x * x").resolve(TensorShape.of(3));
        assertThat(square.mean()).isEqualTo(9);
        assertThat(square.std()).isZero();
        Fill softplus = inverseSoftplusLogUniform(0.001, 0.1, 0.002).resolve(TensorShape.of(3));
        Fill same =
                inverseSoftplusLogUniform(0.001, 0.1, 0.002).transformed("x").resolve(TensorShape.of(3));
        assertThat(same.mean()).isCloseTo(softplus.mean(), within(1e-8));
        assertThat(same.std()).isCloseTo(softplus.std(), within(1e-8));
        assertThat(same.lower()).isCloseTo(softplus.lower(), within(1e-6));
        assertThat(same.upper()).isCloseTo(softplus.upper(), within(1e-6));
    }

    private static void assertBounds(Initializer base, String function, double lower, double upper) {
        Fill fill = base.transformed(function).resolve(TensorShape.of(3));
        assertThat(fill.lower()).as(function).isEqualTo(lower);
        assertThat(fill.upper()).as(function).isEqualTo(upper);
    }

    /** Where a function grows, the bounds are those of the ends, to the bit. */
    @Test
    void boundsOfWhatGrowsOrFallsAreExact() {
        assertBounds(uniform(1, 16), "log(x)", 0, StrictMath.log(16));
        assertBounds(uniform(1, 16), "1 / x", 1 / 16.0, 1);
        assertBounds(uniform(-2, 3), "floor(3 * x)", -6, 9);
        assertBounds(truncNormal(0, 1, -2, 2), "exp(x)", StrictMath.exp(-2), StrictMath.exp(2));
        assertBounds(uniform(-2, 3), "-floor(3 * x)", -9, 6);
        assertBounds(uniform(-2, 3.5), "floor(x)", -2, 3);
        assertBounds(uniform(-2, 3.5), "-floor(x)", -3, 2);
    }

    /** Uniform numbers are below their upper end, so nothing is asked of the function there, or beyond. */
    @Test
    void theUpperEndOfUniformsIsNotDrawn() {
        Fill fill = uniform(-1, 0).transformed("log(-x)").resolve(TensorShape.of(3));
        assertThat(fill.mean()).isCloseTo(-1, within(1e-10));
    }

    @Test
    void whatHasOneValueOnlyHasThatMean() {
        Fill fill = uniform(2, 2).transformed("x * x").resolve(TensorShape.of(3));
        assertThat(fill.mean()).isEqualTo(4);
        assertThat(fill.std()).isZero();
        assertThat(constant(4).transformed("log(x)").resolve(TensorShape.of(3)).mean())
                .isEqualTo(StrictMath.log(4));
    }

    /** By Mills's ratio: a + 1/a - 2/a³ + 10/a⁵ - …, of a tail whose density underflows but for its very beginning. */
    @Test
    void tailsWithoutAnEndHaveTheirMean() {
        for (double a : new double[] {500, -500}) {
            Fill fill = (a > 0
                            ? truncNormal(0, 1, a, Double.POSITIVE_INFINITY)
                            : truncNormal(0, 1, Double.NEGATIVE_INFINITY, a))
                    .transformed("x")
                    .resolve(TensorShape.of(3));
            double mean = a + 1 / a - 2 / (a * a * a) + 10 / Math.pow(a, 5);
            assertThat(fill.mean()).isCloseTo(mean, within(1e-9));
        }
    }

    @Test
    void integralsAreThoseOfTheirFormulas() {
        assertThat(Quadrature.integral(x -> Math.pow(x, 19), 0, 1)).isCloseTo(0.05, within(1e-14));
        assertThat(Quadrature.integral(Math::sqrt, 0, 1)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(Quadrature.integral(x -> Math.exp(-1e4 * (x - 0.3) * (x - 0.3)), -5, 5))
                .isCloseTo(Math.sqrt(Math.PI) / 100, within(1e-12));
        assertThat(Quadrature.integral(x -> x < 1 / 3.0 ? 0 : 1, 0, 1)).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(Quadrature.integral(Math::cos, 2, 2)).isZero();
        assertThat(Quadrature.integral(Math::cos, 2, 1)).isZero();
        assertThat(Quadrature.integral(x -> Double.NaN, 0, 1)).isNaN();
    }

    /** How exact an integral is does not depend on how large it is. */
    @Test
    void smallAndLargeIntegralsAreAsExactAsOthers() {
        for (double size : new double[] {1e-12, 1e12}) {
            assertThat(Quadrature.integral(x -> size * Math.sqrt(x), 0, 1))
                    .isCloseTo(size * 2 / 3, within(1e-12 * size));
        }
    }

    /** Halves of noise never say what the whole says. */
    @Test
    void integralsOfNoiseComeToAnEnd() {
        int[] asked = {0};
        double integral = Quadrature.integral(
                x -> {
                    assertThat(++asked[0]).isLessThan(1_000_000);
                    return new SplittableRandom(Double.doubleToLongBits(x)).nextDouble();
                },
                0,
                1);
        // A hundred thousand numbers have the mean 1/2, and a standard error below 0.01 whatever their weights.
        assertThat(integral).isCloseTo(0.5, within(0.06));
    }
}
