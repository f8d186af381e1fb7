package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Fans;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Layout;
import org.initweights.Nonlinearity;
import org.initweights.TensorShape;
import org.initweights.TorchVersion;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.UniformFill;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What initializers resolve to, and what they refuse. */
class InitializersTest {

    private static final TensorShape CONV = TensorShape.of(64, 3, 7, 7);

    @Test
    void fansFollowTheRolesOfTheAxes() {
        Random random = new Random(1);
        for (int round = 0; round < 1000; round++) {
            long groups = 1L + random.nextInt(3);
            long in = groups * (1L + random.nextInt(5));
            long out = groups * (1L + random.nextInt(5));
            long k = 1L + random.nextInt(4);
            Fans fans = new Fans(in / groups * k * k, out / groups * k * k);
            assertThat(TensorShape.of(out, in / groups, k, k)
                            .withGroups((int) groups)
                            .fans())
                    .isEqualTo(fans);
            assertThat(TensorShape.of(k, k, in / groups, out)
                            .withLayout(Layout.SPATIAL_IN_OUT)
                            .withGroups((int) groups)
                            .fans())
                    .isEqualTo(fans);
            assertThat(TensorShape.of(in, out / groups, k, k)
                            .withLayout(Layout.IN_OUT_SPATIAL)
                            .withGroups((int) groups)
                            .fans())
                    .isEqualTo(fans);
        }
    }

    /** {@code torch.nn.init.calculate_gain}. */
    @Test
    void gainsArePyTorchs() {
        assertThat(Nonlinearity.LINEAR.gain()).isEqualTo(1);
        assertThat(Nonlinearity.CONV_TRANSPOSE3D.gain()).isEqualTo(1);
        assertThat(Nonlinearity.SIGMOID.gain()).isEqualTo(1);
        assertThat(Nonlinearity.TANH.gain()).isEqualTo(5.0 / 3);
        assertThat(Nonlinearity.RELU.gain(0.3)).isEqualTo(Math.sqrt(2));
        assertThat(Nonlinearity.LEAKY_RELU.gain()).isEqualTo(Math.sqrt(2 / (1 + 0.01 * 0.01)));
        assertThat(Nonlinearity.LEAKY_RELU.gain(0.2)).isEqualTo(Math.sqrt(2 / (1 + 0.2 * 0.2)));
        assertThat(Nonlinearity.SELU.gain()).isEqualTo(0.75);
    }

    @Test
    void varianceScalingHasTheVarianceThatItSays() {
        TensorShape shape = TensorShape.of(3, 5, 20, 10).withLayout(Layout.SPATIAL_IN_OUT);
        for (Distribution distribution : Distribution.values()) {
            for (FanMode mode : FanMode.values()) {
                double fan = switch (mode) {
                    case FAN_IN -> 300;
                    case FAN_OUT -> 150;
                    case FAN_AVG -> 225;
                    case FAN_GEO_AVG -> Math.sqrt(300 * 150);
                };
                Fill fill = Initializers.varianceScaling(2, mode, distribution).resolve(shape);
                assertThat(fill.std() * fill.std()).isCloseTo(2 / fan, withPercentage(1e-9));
                assertThat(fill.mean()).isCloseTo(0, offset(1e-15));
            }
        }
        assertThat(Initializers.lecunNormal().resolve(shape).upper())
                .isCloseTo(2 / Math.sqrt(300) / .87962566103423978, withPercentage(1e-12));
        assertThat(Initializers.lecunUniform().resolve(shape).upper()).isCloseTo(0.1, withPercentage(1e-12));
    }

    static Stream<Arguments> layers() {
        TensorShape grouped = TensorShape.of(8, 2, 3, 3).withGroups(4);
        TensorShape transposed =
                TensorShape.of(6, 3, 2, 2).withLayout(Layout.IN_OUT_SPATIAL).withGroups(3);
        TensorShape linear = TensorShape.of(5, 10);
        TensorShape bias = TensorShape.of(8);
        return Stream.of(
                bound(Initializers.torchDefault(Layer.CONV), grouped, 18),
                bound(Initializers.torchDefault(Layer.CONV, TorchVersion.V0_4), grouped, 72),
                bound(Initializers.torchDefault(Layer.CONV, grouped), bias, 18),
                bound(Initializers.torchDefault(Layer.CONV, grouped, TorchVersion.V0_4), bias, 72),
                bound(Initializers.torchDefault(Layer.CONV_TRANSPOSE), transposed, 12),
                bound(Initializers.torchDefault(Layer.CONV_TRANSPOSE), TensorShape.of(6, 3, 2, 2), 12),
                bound(Initializers.torchDefault(Layer.CONV_TRANSPOSE, TorchVersion.V0_4), transposed, 24),
                bound(Initializers.torchDefault(Layer.CONV_TRANSPOSE, transposed), TensorShape.of(9), 12),
                bound(Initializers.torchDefault(Layer.LINEAR), linear, 10),
                bound(Initializers.torchDefault(Layer.LINEAR, TorchVersion.V0_4), linear, 10),
                bound(Initializers.torchDefault(Layer.LINEAR, linear), TensorShape.of(5), 10),
                bound(
                        Initializers.torchDefault(Layer.LINEAR),
                        TensorShape.of(10, 5).withLayout(Layout.SPATIAL_IN_OUT),
                        10),
                bound(Initializers.torchDefault(Layer.LSTM), TensorShape.of(64, 8), 16),
                bound(Initializers.torchDefault(Layer.LSTM), TensorShape.of(64), 16),
                bound(Initializers.torchDefault(Layer.LSTM, TensorShape.of(16, 3)), TensorShape.of(2, 4), 4),
                bound(Initializers.torchDefault(Layer.GRU), TensorShape.of(9, 6), 3),
                bound(Initializers.torchDefault(Layer.RNN), TensorShape.of(6, 4), 6),
                bound(Initializers.torchDefault(Layer.BILINEAR), TensorShape.of(3, 4, 5), 4),
                bound(Initializers.torchDefault(Layer.BILINEAR, TensorShape.of(3, 4, 5)), TensorShape.of(3), 4));
    }

    private static Arguments bound(Initializer initializer, TensorShape shape, int n) {
        return Arguments.of(initializer, shape, n);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void mostLayersStartUniformWithinTheInverseRootOfAFan(Initializer initializer, TensorShape shape, int n) {
        Fill fill = initializer.resolve(shape);
        assertThat(fill).isInstanceOf(UniformFill.class);
        assertThat(fill.upper()).isCloseTo(1 / Math.sqrt(n), withPercentage(1e-12));
        assertThat(fill.lower()).isEqualTo(-fill.upper());
    }

    @Test
    void otherLayersStartAsPyTorchStartsThem() {
        TensorShape features = TensorShape.of(8);
        for (Layer layer : List.of(Layer.BATCH_NORM, Layer.LAYER_NORM, Layer.GROUP_NORM)) {
            assertThat(Initializers.torchDefault(layer).resolve(features)).isEqualTo(new ConstantFill(1));
            assertThat(Initializers.torchDefault(layer, features).resolve(features))
                    .isEqualTo(new ConstantFill(0));
        }
        assertThat(Initializers.torchDefault(Layer.BATCH_NORM, TorchVersion.V0_4)
                        .resolve(features))
                .isEqualTo(new UniformFill(0, 1));
        assertThat(Initializers.torchDefault(Layer.EMBEDDING)
                        .resolve(TensorShape.of(10, 3))
                        .std())
                .isEqualTo(1);
        Initializer attention = Initializers.torchDefault(Layer.MULTIHEAD_ATTENTION);
        assertThat(attention.resolve(TensorShape.of(96, 32)).upper())
                .isCloseTo(Math.sqrt(6.0 / 128), withPercentage(1e-12));
        assertThat(attention.resolve(TensorShape.of(1, 1, 8)).std())
                .isCloseTo(Math.sqrt(2.0 / 16), withPercentage(1e-12));
        assertThat(attention.resolve(TensorShape.of(96))).isEqualTo(new ConstantFill(0));
        assertThat(Initializers.torchDefault(Layer.LINEAR, TensorShape.of(5, 0)).resolve(TensorShape.of(5)))
                .isEqualTo(new ConstantFill(0));
    }

    @Test
    void emptyShapesAreNoFault() {
        for (Initializer initializer : List.of(
                Initializers.xavierNormal(),
                Initializers.kaimingUniform(),
                Initializers.lecunNormal(),
                Initializers.orthogonal(),
                Initializers.sparse(0.5),
                Initializers.torchDefault(Layer.LINEAR))) {
            assertThat(initializer.resolve(TensorShape.of(0, 0))).isEqualTo(new ConstantFill(0));
        }
        for (Initializer initializer : List.of(
                Initializers.icnr(2, Initializers.ones()),
                Initializers.bilinearUpsampling(),
                Initializers.logRange(),
                Initializers.zerO(),
                Initializers.inverseSoftplusLogUniform())) {
            assertThat(initializer.resolve(TensorShape.of(5, 0, 3, 3))).isEqualTo(new ConstantFill(0));
        }
        assertThat(Initializers.hippoLegs().resolve(TensorShape.of(0, 3))).isEqualTo(new ConstantFill(0));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        () -> Initializers.normal(0, -1),
                        "std",
                        "normal(std = -1) is refused: std cannot be negative; use 0 or more [Negative]"),
                refusal(
                        () -> Initializers.uniform(2, 1),
                        "a",
                        "uniform(a = 2, b = 1) has no values: a must not be more than b [EmptyInterval]"),
                refusal(
                        () -> Initializers.truncNormal(0, 1, 3, 3),
                        "a",
                        "truncNormal(a = 3, b = 3) leaves no values: a must be less than b, and both are absolute, not"
                                + " multiples of std [EmptyInterval]"),
                refusal(
                        () -> Initializers.truncNormal(0, 1, Double.NaN, 3),
                        "a",
                        "truncNormal(a = NaN) is refused: a needs a finite number [NotFinite]"),
                refusal(
                        () -> Initializers.sparse(1.5),
                        "sparsity",
                        "sparse(sparsity = 1.5) is refused: sparsity must be between 0 and 1 [Fraction]"),
                refusal(
                        () -> Initializers.constant(Double.POSITIVE_INFINITY),
                        "value",
                        "constant(value = ∞) is refused: value needs a finite number [NotFinite]"),
                refusal(
                        () -> Initializers.xavierNormal(0.0),
                        "gain",
                        "xavierNormal(gain = 0) is refused: gain must be more than 0 [NotPositive]"),
                refusal(
                        () -> Initializers.kaimingNormal(FanMode.FAN_AVG, Nonlinearity.RELU),
                        "mode",
                        "kaimingNormal(mode = FAN_AVG) is no mode of Kaiming's; use FAN_IN or FAN_OUT, or variance scaling"
                                + " with scale = 2, mode = FAN_AVG [KaimingMode]"),
                refusal(
                        () -> Initializers.dirac(3).resolve(TensorShape.of(16, 4, 3, 3)),
                        "groups",
                        "dirac(groups = 3) needs the out channels to divide evenly, but [16, 4, 3, 3] has 16; use groups ="
                                + " 1, 2, 4, 8 or 16 [DiracGroups]"),
                refusal(
                        () -> Initializers.eye().resolve(TensorShape.of(2, 2, 2)),
                        null,
                        "eye needs two dimensions, but [2, 2, 2] has 3 dimensions [EyeRank]"),
                refusal(
                        () -> Initializers.kaimingNormal().resolve(TensorShape.of(64)),
                        null,
                        "kaimingNormal needs a fan, and [64] has one dimension; use zeros(), or torchDefault(LINEAR,"
                                + " weight) with the shape of its weight for PyTorch's bias rule [FanRank]"),
                refusal(
                        () -> Initializers.deltaOrthogonal().resolve(TensorShape.of(3, 4, 3)),
                        null,
                        "deltaOrthogonal needs no more in than out channels, but [3, 4, 3] has 4 in and 3 out"
                                + " [DeltaOrthogonalChannels]"),
                refusal(
                        () -> Initializers.icnr(0, Initializers.ones()),
                        "scale",
                        "icnr(scale = 0) needs a scale of 1 or more [IcnrScale]"),
                refusal(
                        () -> Initializers.icnr(2, Initializers.ones()).resolve(TensorShape.of(4, 4)),
                        null,
                        "icnr(scale = 2) needs three dimensions or more, out, in and the kernel's, but [4, 4] has 2"
                                + " dimensions [IcnrRank]"),
                refusal(
                        () -> Initializers.icnr(2, Initializers.ones()).resolve(TensorShape.of(6, 3, 3, 3)),
                        "scale",
                        "icnr(scale = 2) needs the out channels to be a multiple of scale² = 4, but [6, 3, 3, 3] has 6"
                                + " [IcnrChannels]"),
                refusal(
                        () -> Initializers.icnr(2, Initializers.ones())
                                .resolve(TensorShape.of(12, 3, 3, 3).withGroups(2)),
                        "scale",
                        "icnr(scale = 2) needs the out channels of each group to be a multiple of scale² = 4, but"
                                + " [12, 3, 3, 3] has 6 [IcnrChannels]"),
                refusal(
                        () -> Initializers.icnr(2, Initializers.ones())
                                .resolve(TensorShape.of(3, 3, 4, 8).withLayout(Layout.SPATIAL_IN_OUT)),
                        null,
                        "icnr(scale = 2) needs the layout OUT_IN_SPATIAL, but [3, 3, 4, 8] has SPATIAL_IN_OUT"
                                + " [IcnrLayout]"),
                refusal(
                        () -> Initializers.bilinearUpsampling().resolve(TensorShape.of(3, 3, 4)),
                        null,
                        "bilinearUpsampling needs four dimensions, two of channels and two of the kernel, but [3, 3, 4]"
                                + " has 3 dimensions [BilinearRank]"),
                refusal(
                        () -> Initializers.logRange().resolve(TensorShape.of()),
                        null,
                        "logRange needs at least one dimension, but [] has no dimension [LogRangeRank]"),
                refusal(
                        () -> Initializers.zerO().resolve(TensorShape.of(4)),
                        null,
                        "zerO needs two to five dimensions, out, in and the kernel's, but [4] has one dimension"
                                + " [ZerORank]"),
                refusal(
                        () -> Initializers.hippoLegs().resolve(TensorShape.of(4)),
                        null,
                        "hippoLegs needs two dimensions, but [4] has one dimension [HippoRank]"),
                refusal(
                        () -> Initializers.hippoLegs().resolve(TensorShape.of(4, 5)),
                        null,
                        "hippoLegs needs as many rows as columns, but [4, 5] has 4 rows and 5 columns [HippoSquare]"),
                refusal(
                        () -> Initializers.inverseSoftplusLogUniform(0, 1, 1),
                        "low",
                        "inverseSoftplusLogUniform(low = 0) is refused: low must be more than 0 [NotPositive]"),
                refusal(
                        () -> Initializers.inverseSoftplusLogUniform(1, 2, 0),
                        "floor",
                        "inverseSoftplusLogUniform(floor = 0) is refused: floor must be more than 0 [NotPositive]"),
                refusal(
                        () -> Initializers.inverseSoftplusLogUniform(1, Double.POSITIVE_INFINITY, 1),
                        "high",
                        "inverseSoftplusLogUniform(high = ∞) is refused: high needs a finite number [NotFinite]"),
                refusal(
                        () -> Initializers.inverseSoftplusLogUniform(1, Double.MAX_VALUE, 1),
                        "high",
                        "inverseSoftplusLogUniform(high = 1.7976931348623157e308) is beyond the range of a double [TooWide]"),
                refusal(
                        () -> Initializers.normal(0, 1e308),
                        "std",
                        "normal(mean = 0, std = 1e308) is wider than the range of a double [TooWide]"),
                refusal(
                        () -> Initializers.truncNormal(0, 1e308, 0, Double.POSITIVE_INFINITY),
                        "std",
                        "truncNormal(mean = 0, std = 1e308) is wider than the range of a double [TooWide]"),
                refusal(
                        () -> Initializers.xavierUniform(1e300).resolve(CONV),
                        "b",
                        "uniform(a = -4.275040011889855e298, b = 4.275040011889855e298) is wider than the range of a float [TooWide]"),
                refusal(
                        () -> Initializers.inverseSoftplusLogUniform(2, 1, 1),
                        "low",
                        "inverseSoftplusLogUniform(low = 2, high = 1) has no values: low must not be more than high"
                                + " [EmptyInterval]"),
                refusal(
                        () -> TensorShape.of(2, -3),
                        null,
                        "shape [2, -3] has a negative dimension, -3 [NegativeDimension]"),
                refusal(
                        () -> TensorShape.of(1L << 40, 1L << 40),
                        null,
                        "shape [1099511627776, 1099511627776] has more elements than a long can count [TooManyElements]"),
                refusal(
                        () -> TensorShape.of(4, 4).withGroups(3),
                        "groups",
                        "shape [4, 4] has 4 channels, which groups = 3 does not divide [ShapeGroups]"));
    }

    private static Arguments refusal(ThrowingCallable call, @Nullable String argument, String message) {
        return Arguments.of(call, argument, message);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatCannotBe(ThrowingCallable call, @Nullable String argument, String message) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(call)
                .withMessage(message)
                .satisfies(e -> assertThat(e.argument()).isEqualTo(argument));
    }

    static Stream<Arguments> explanations() {
        return Stream.of(
                Arguments.of(
                        Initializers.kaimingNormal(FanMode.FAN_OUT, Nonlinearity.RELU),
                        CONV,
                        "Kaiming normal, fan_out 3136, gain(relu) √2 → std 0.02525"),
                Arguments.of(
                        Initializers.kaimingUniform(0.2, FanMode.FAN_IN, Nonlinearity.LEAKY_RELU),
                        CONV,
                        "Kaiming uniform, fan_in 147, gain(leaky_relu, 0.2) 1.387 → bound 0.1981"),
                Arguments.of(
                        Initializers.xavierUniform(Nonlinearity.TANH),
                        TensorShape.of(84, 120),
                        "Xavier uniform, fan_in 120, fan_out 84, gain 5/3 → bound 0.2858"),
                Arguments.of(Initializers.ones(), CONV, "ones"),
                Arguments.of(Initializers.normal(0, 0.02), CONV, "normal, std 0.02"),
                Arguments.of(
                        Initializers.lecunNormal(),
                        TensorShape.of(10, 84),
                        "LeCun normal, fan_in 84 → std 0.1091 after the cut at ±2σ"),
                Arguments.of(
                        Initializers.torchDefault(Layer.LINEAR),
                        TensorShape.of(10, 84),
                        "PyTorch's Linear, fan_in 84 → U(±0.1091)"),
                Arguments.of(
                        Initializers.sparse(0.1),
                        TensorShape.of(25, 4),
                        "sparse, std 0.01, 10% zeros in each column (3 of 25)"),
                Arguments.of(
                        Initializers.icnr(2, Initializers.kaimingNormal()),
                        CONV,
                        "ICNR, each of 16 filters 4 times: Kaiming normal, fan_in 147, gain(relu) √2 → std 0.1166"),
                Arguments.of(
                        Initializers.icnr(8, shape -> new UniformFill(0, 1)),
                        CONV,
                        "ICNR, each of 1 filter 64 times: U[0, 1)"),
                Arguments.of(
                        Initializers.bilinearUpsampling(),
                        TensorShape.of(21, 21, 4, 5),
                        "bilinear upsampling by 2 × 3"),
                Arguments.of(
                        Initializers.logRange(),
                        TensorShape.of(64, 16),
                        "log range, log 1 … log 16 along the last axis"),
                Arguments.of(Initializers.hippoLegs(), TensorShape.of(64, 64), "HiPPO-LegS of order 64"),
                Arguments.of(
                        Initializers.inverseSoftplusLogUniform(),
                        TensorShape.of(64),
                        "inverse softplus, softplus⁻¹ of log-U[0.001, 0.1)"),
                Arguments.of(
                        Initializers.orthogonal(Math.sqrt(2)), CONV, "orthogonal, gain √2, as a matrix of 64 × 147"));
    }

    @ParameterizedTest
    @MethodSource("explanations")
    void saysWhereItsNumbersComeFrom(Initializer initializer, TensorShape shape, String explanation) {
        assertThat(((Rule) initializer).explain(shape)).isEqualTo(explanation);
    }
}
