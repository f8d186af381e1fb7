package org.initweights.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.data.Offset.offset;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.lecunNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.zeros;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.internal.fill.ConstantFill;
import org.junit.jupiter.api.Test;

/** Functions of what is drawn: their moments against closed forms, their elements against those of the base. */
class TransformTest {

    private static final TensorShape SHAPE = TensorShape.of(40, 30);

    private static void hasMoments(Initializer initializer, double mean, double std, double lower, double upper) {
        Fill fill = initializer.resolve(SHAPE);
        assertThat(fill.mean()).as("mean of %s", fill).isCloseTo(mean, offset(1e-11 * (1 + Math.abs(mean))));
        assertThat(fill.std()).as("std of %s", fill).isCloseTo(std, offset(1e-11 * (1 + std)));
        assertThat(Double.isInfinite(lower) ? fill.lower() == lower : Math.abs(fill.lower() - lower) < 1e-8)
                .as("lower of %s: %s", fill, fill.lower())
                .isTrue();
        assertThat(Double.isInfinite(upper) ? fill.upper() == upper : Math.abs(fill.upper() - upper) < 1e-8)
                .as("upper of %s: %s", fill, fill.upper())
                .isTrue();
    }

    /** The last three by mpmath, to 30 digits. */
    @Test
    void momentsAreThoseOfClosedForms() {
        double mean = (16 * Math.log(16) - 15) / 15;
        double square = (16 * Math.pow(Math.log(16), 2) - 2 * 16 * Math.log(16) + 2 * 15) / 15;
        hasMoments(uniform(1, 16).transformed("log(x)"), mean, Math.sqrt(square - mean * mean), 0, Math.log(16));
        hasMoments(uniform(-1, 3).transformed("2 * x + 1"), 3, 8 / Math.sqrt(12), -1, 7);
        hasMoments(uniform(-1, 3).transformed("-x"), -1, 4 / Math.sqrt(12), -3, 1);
        hasMoments(uniform(-1, 1).transformed("x * x"), 1 / 3.0, Math.sqrt(4 / 45.0), 0, 1);
        hasMoments(uniform(0, 2 * Math.PI).transformed("sin(x)"), 0, Math.sqrt(0.5), -1, 1);
        hasMoments(uniform(0, 1).transformed("x < 0.25 ? 0 : 1"), 0.75, Math.sqrt(3) / 4, 0, 1);
        hasMoments(
                normal(0.5, 0.25).transformed("exp(x)"),
                Math.exp(0.5 + 0.03125),
                Math.sqrt(Math.expm1(0.0625)) * Math.exp(0.5 + 0.03125),
                0,
                Double.POSITIVE_INFINITY);
        hasMoments(normal(2, 3).transformed("x"), 2, 3, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        hasMoments(
                uniform(0.81, 0.998001).transformed("log(expm1(-log(x) / 2))"),
                -3.22884496473745348,
                0.92194231592684847,
                -6.90675477864855352,
                -2.19722457733621939);
        hasMoments(normal(0, 1).transformed("tanh(x) * tanh(x)"), 0.394294490397841174, 0.312287908965200452, 0, 1);
        hasMoments(
                truncNormal(0, 1, -2, 2).transformed("exp(x)"),
                1.45093531286906796,
                1.32860260602194077,
                Math.exp(-2),
                Math.exp(2));
    }

    @Test
    void functionsOfFunctionsAndOfConstants() {
        hasMoments(uniform(-1, 3).transformed("x + 1").transformed("2 * x"), 4, 8 / Math.sqrt(12), 0, 8);
        assertThat(constant(4).transformed("sqrt(x)").resolve(SHAPE)).isEqualTo(new ConstantFill(2));
        assertThat(kaimingNormal().transformed("3 * x").resolve(SHAPE).std())
                .isCloseTo(3 * Math.sqrt(2 / 30.0), offset(1e-12));
        assertThat(lecunNormal().transformed("3 * x").resolve(SHAPE).std())
                .isCloseTo(3 * lecunNormal().resolve(SHAPE).std(), offset(1e-12));
        Fill sliced = uniform(1, 2)
                .withRows(0, 10, zeros())
                .transformed("x + shift", Map.of("shift", 5))
                .resolve(SHAPE);
        assertThat(sliced.lower()).isEqualTo(5);
        assertThat(sliced.mean()).isCloseTo(0.25 * 5 + 0.75 * 6.5, offset(1e-12));
    }

    @Test
    void elementsAreTheFunctionOfWhatTheBaseDraws() {
        for (RandomSource source : List.of(RandomSource.seeded(3), RandomSource.jax(3))) {
            for (DType dtype : List.of(DType.F32, DType.F64)) {
                Weights base = weights(dtype, uniform(1, 16), source);
                Weights transformed = weights(dtype, uniform(1, 16).transformed("log(x)"), source);
                for (int i = 0; i < 5000; i++) {
                    double value = StrictMath.log(base.get("w").get(i));
                    assertThat(transformed.get("w").get(i)).isEqualTo(dtype == DType.F32 ? (float) value : value);
                }
            }
        }
        Weights torch = weights(DType.F32, uniform(1, 16), RandomSource.torch(3));
        Weights log = weights(DType.F32, uniform(1, 16).transformed("log(x)"), RandomSource.torch(3));
        Weights half = weights(DType.F16, uniform(1, 16).transformed("log(x)"), RandomSource.torch(3));
        for (int i = 0; i < 5000; i++) {
            double value = StrictMath.log(torch.get("w").get(i));
            assertThat(log.get("w").get(i)).isEqualTo((float) value);
            assertThat(half.get("w").get(i))
                    .as("drawn as floats, rounded once")
                    .isCloseTo(value, offset(Math.max(0x1p-24, Math.abs(value) * 0x1p-11)));
        }
    }

    private static Weights weights(DType dtype, Initializer initializer, RandomSource source) {
        return Weights.of(w -> w.tensor("w", dtype, initializer, 5000)).initialize(source);
    }

    @Test
    void refusesWhatIsInfiniteOrNotDrawn() {
        refused(uniform(), "log(x)", "TransformValue", "is -Infinity at x = 0, which U[0, 1) may draw");
        refused(normal(), "log(x)", "TransformValue", "is NaN at x = -9");
        refused(normal(), "sqrt(3 - x)", "TransformValue", "is NaN at x = 3.");
        refused(normal(), "sqrt(x + 3)", "TransformValue", "is NaN at x = -9");
        refused(uniform(-1, 1), "1 / x", "TransformValue", "Infinity at x = 0");
        refused(uniform(-1, 1).transformed("3 * x"), "1 / x", "TransformValue", "Infinity at x = 0");
        refused(orthogonal(), "exp(x)", "TransformBase", "drawn one by one");
        refused(uniform(), "log(y)", "UnknownName", "\"y\" has no number; there are x");
        refused(uniform(), "i0", "UnknownName", "\"i0\" has no number");
        refused(uniform(), "log(x", "TransformSyntax", "should have a closing parenthesis at position 6");
        assertThat(uniform().transformed("log(1 - x)").resolve(SHAPE).mean()).isCloseTo(-1, offset(1e-11));
    }

    /** They are cut off at both ends and may be there, while a uniform is below its upper end. */
    @Test
    void looksAtBothEndsOfTruncatedNormals() {
        refused(truncNormal(0, 1, 0, 1), "log(x)", "TransformValue", "is -Infinity at x = 0, which");
        refused(truncNormal(0, 1, -1, 0), "log(-x)", "TransformValue", "is -Infinity at x = 0, which");
        refused(truncNormal(0.5, 0.1, -2, 1), "log(1 - x)", "TransformValue", "is -Infinity at x = 1, which");
        refused(truncNormal(0, 1, 4, 5), "1 / (5 - x)", "TransformValue", "is Infinity at x = 5, which");
        assertThat(uniform(-2, 1).transformed("log(1 - x)").resolve(SHAPE)).isNotNull();
    }

    /** Of the numbers that are drawn, some are tried when a transform is made, and the first that is drawn is none of these here. */
    @Test
    void refusesWhileItIsWrittenWhatWasNotTried() {
        double first = weights(DType.F64, uniform(1, 16), RandomSource.seeded(3))
                .get("w")
                .get(0);
        Initializer infinite = uniform(1, 16).transformed("1 / (x - first)", Map.of("first", first));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> weights(DType.F64, infinite, RandomSource.seeded(3)))
                .withMessageContaining("is Infinity at x = ")
                .withMessageContaining("which U[1, 16) may draw")
                .withMessageContaining("[TransformValue]");
    }

    @Test
    void computesAsManyAsItIsAskedFor() {
        double[] drawn = new double[4096];
        Arrays.setAll(drawn, i -> i);
        double[] out = new double[4096];
        Arrays.fill(out, -1);
        ((TransformedFill) uniform(0, 4096).transformed("2 * x + 1").resolve(SHAPE))
                .program()
                .cursor()
                .compute(drawn, 1500, out);
        for (int i = 0; i < out.length; i++) {
            assertThat(out[i]).isEqualTo(i < 1500 ? 2 * i + 1 : -1);
        }
    }

    @Test
    void saysWhatItIsOf() {
        assertThat(uniform(1, 16).transformed("k * log(x)", Map.of("k", 2)).resolve(SHAPE))
                .hasToString("k * log(x), k = 2 of x in U[1, 16)");
    }

    private static void refused(Initializer base, String expression, String id, String problem) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> base.transformed(expression).resolve(SHAPE))
                .withMessageContaining("[" + id + "]")
                .withMessageContaining(problem);
    }
}
