package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Nonlinearity;
import org.initweights.SingularSide;
import org.initweights.TensorShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of rules, in tables and comments: their names, their formulas, and their derivations for a shape. */
class RuleWordsTest {

    private static final double SQRT2 = Math.sqrt(2);
    private static final TensorShape MATRIX = TensorShape.of(16, 9);
    private static final TensorShape EMPTY = TensorShape.of(0, 9);
    private static final TensorShape CONV = TensorShape.of(8, 2, 3, 3);
    private static final TensorShape EMPTY_CONV = TensorShape.of(8, 2, 3, 0);

    private static Arguments words(Initializer rule, String title, String formula, TensorShape shape, String derived) {
        return Arguments.of(rule, title, formula, shape, derived);
    }

    private static Arguments plain(Initializer rule, String title, String words) {
        return words(rule, title, words, MATRIX, words);
    }

    static Stream<Arguments> distributions() {
        return Stream.of(
                plain(Initializers.ones(), "ones", "ones"),
                plain(Initializers.zeros(), "zeros", "zeros"),
                plain(Initializers.constant(0.5), "constant 0.5", "constant 0.5"),
                plain(Initializers.eye(), "identity", "identity, ones on the diagonal"),
                plain(Initializers.normal(0, 0.02), "normal", "normal, std 0.02"),
                plain(Initializers.normal(1, 0.02), "normal", "normal, mean 1, std 0.02"),
                plain(Initializers.uniform(-1, 1), "uniform", "uniform, U(±1)"),
                plain(
                        Initializers.truncNormal(0, 1, -2, 2),
                        "truncated normal",
                        "truncated normal, N(0, 1²) on [-2, 2]"),
                plain(
                        Initializers.inverseSoftplusLogUniform(1, 2, 1),
                        "inverse softplus",
                        "inverse softplus, softplus⁻¹ of log-U[1, 2)"));
    }

    static Stream<Arguments> fans() {
        return Stream.of(
                words(
                        Initializers.xavierUniform(),
                        "Xavier uniform",
                        "Xavier uniform, bound = √(6 / (fan_in + fan_out))",
                        MATRIX,
                        "Xavier uniform, fan_in 9, fan_out 16 → bound 0.4899"),
                words(
                        Initializers.xavierUniform(SQRT2),
                        "Xavier uniform",
                        "Xavier uniform, bound = √2 · √(6 / (fan_in + fan_out))",
                        MATRIX,
                        "Xavier uniform, fan_in 9, fan_out 16, gain √2 → bound 0.6928"),
                words(
                        Initializers.xavierNormal(2),
                        "Xavier normal",
                        "Xavier normal, std = 2 · √(2 / (fan_in + fan_out))",
                        MATRIX,
                        "Xavier normal, fan_in 9, fan_out 16, gain 2 → std 0.5657"),
                words(
                        Initializers.kaimingNormal(0, FanMode.FAN_IN, Nonlinearity.LEAKY_RELU),
                        "Kaiming normal",
                        "Kaiming normal, std = gain(relu) √2 / √fan_in",
                        MATRIX,
                        "Kaiming normal, fan_in 9, gain(relu) √2 → std 0.4714"),
                words(
                        Initializers.kaimingUniform(1, FanMode.FAN_OUT, Nonlinearity.LEAKY_RELU),
                        "Kaiming uniform",
                        "Kaiming uniform, bound = √3 · gain(leaky_relu, 1) 1 / √fan_out",
                        MATRIX,
                        "Kaiming uniform, fan_out 16, gain(leaky_relu, 1) 1 → bound 0.433"),
                words(
                        Initializers.kaimingNormal(0.5, FanMode.FAN_IN, Nonlinearity.TANH),
                        "Kaiming normal",
                        "Kaiming normal, std = gain(tanh) 5/3 / √fan_in",
                        MATRIX,
                        "Kaiming normal, fan_in 9, gain(tanh) 5/3 → std 0.5556"),
                words(
                        Initializers.lecunNormal(),
                        "LeCun normal",
                        "LeCun normal, std = √(1 / fan_in) after the cut at ±2σ",
                        MATRIX,
                        "LeCun normal, fan_in 9 → std 0.3333 after the cut at ±2σ"),
                words(
                        Initializers.lecunUniform(),
                        "LeCun uniform",
                        "LeCun uniform, bound = √(3 / fan_in)",
                        MATRIX,
                        "LeCun uniform, fan_in 9 → bound 0.5774"),
                words(
                        Initializers.varianceScaling(1, FanMode.FAN_IN, Distribution.NORMAL),
                        "variance scaling, normal",
                        "variance scaling, normal, std = √(1 / fan_in)",
                        MATRIX,
                        "variance scaling, normal, fan_in 9 → std 0.3333"),
                words(
                        Initializers.varianceScaling(1, FanMode.FAN_OUT, Distribution.UNIFORM),
                        "variance scaling, uniform",
                        "variance scaling, uniform, bound = √(3 / fan_out)",
                        MATRIX,
                        "variance scaling, uniform, fan_out 16 → bound 0.433"),
                words(
                        Initializers.varianceScaling(2, FanMode.FAN_GEO_AVG, Distribution.UNIFORM),
                        "variance scaling, uniform",
                        "variance scaling, uniform, bound = √(6 / fan_geo_avg)",
                        MATRIX,
                        "variance scaling, uniform, fan_geo_avg 12, scale 2 → bound 0.7071"),
                words(
                        Initializers.varianceScaling(2, FanMode.FAN_AVG, Distribution.TRUNCATED_NORMAL),
                        "variance scaling, normal",
                        "variance scaling, normal, std = √(2 / fan_avg) after the cut at ±2σ",
                        MATRIX,
                        "variance scaling, normal, fan_avg 12.5, scale 2 → std 0.4 after the cut at ±2σ"));
    }

    static Stream<Arguments> structures() {
        return Stream.of(
                words(
                        Initializers.dirac(),
                        "Dirac",
                        "Dirac, passes channels through",
                        CONV,
                        "Dirac, passes 2 channels through"),
                words(
                        Initializers.dirac(2),
                        "Dirac",
                        "Dirac, passes channels through in each of 2 groups",
                        TensorShape.of(8, 1, 3),
                        "Dirac, passes 1 channel through in each of 2 groups"),
                words(Initializers.orthogonal(), "orthogonal", "orthogonal", CONV, "orthogonal, as a matrix of 8 × 18"),
                words(Initializers.orthogonal(2), "orthogonal", "orthogonal, gain 2", EMPTY, "orthogonal, gain 2"),
                words(
                        Initializers.deltaOrthogonal(),
                        "delta-orthogonal",
                        "delta-orthogonal, at the centre of the kernel",
                        CONV,
                        "delta-orthogonal, at the centre of the kernel"),
                words(
                        Initializers.deltaOrthogonal(SQRT2),
                        "delta-orthogonal",
                        "delta-orthogonal, gain √2, at the centre of the kernel",
                        TensorShape.of(3, 8, 2, 1).withStacked(1),
                        "delta-orthogonal, gain √2, at the centre of the kernel, each of 3"),
                words(
                        Initializers.sparse(0.1, 1),
                        "sparse",
                        "sparse, std 1, 10% zeros in each column",
                        MATRIX,
                        "sparse, std 1, 10% zeros in each column (2 of 16)"),
                words(
                        Initializers.sparse(0.25),
                        "sparse",
                        "sparse, std 0.01, 25% zeros in each column",
                        EMPTY,
                        "sparse, std 0.01, 25% zeros in each column"),
                words(
                        Initializers.bilinearUpsampling(),
                        "bilinear upsampling",
                        "bilinear upsampling",
                        TensorShape.of(2, 2, 4, 6),
                        "bilinear upsampling by 2 × 3"),
                words(
                        Initializers.bilinearUpsampling(),
                        "bilinear upsampling",
                        "bilinear upsampling",
                        EMPTY_CONV,
                        "bilinear upsampling"),
                words(
                        Initializers.hippoLegs(),
                        "HiPPO-LegS",
                        "HiPPO-LegS",
                        TensorShape.of(4, 4),
                        "HiPPO-LegS of order 4"),
                words(Initializers.hippoLegs(), "HiPPO-LegS", "HiPPO-LegS", EMPTY, "HiPPO-LegS"),
                words(
                        Initializers.spectralVector("weight", SingularSide.LEFT),
                        "spectral norm's vector",
                        "spectral norm's vector, left singular vector of weight, 15 iterations",
                        TensorShape.of(8),
                        "spectral norm's vector, left singular vector of weight, 15 iterations"),
                words(
                        Initializers.spectralVector("weight", SingularSide.RIGHT, 1, 1),
                        "spectral norm's vector",
                        "spectral norm's vector, right singular vector of weight by axis 1, 1 iteration",
                        TensorShape.of(8),
                        "spectral norm's vector, right singular vector of weight by axis 1, 1 iteration"),
                words(
                        Initializers.weightNormGain("conv.v", 1),
                        "weight norm's gain",
                        "weight norm's gain, ‖conv.v‖ over all axes but 1",
                        TensorShape.of(8),
                        "weight norm's gain, ‖conv.v‖ over all axes but 1"),
                words(
                        Initializers.weightNormGain("v", -1),
                        "weight norm's gain",
                        "weight norm's gain, ‖v‖",
                        TensorShape.of(),
                        "weight norm's gain, ‖v‖"),
                words(
                        Initializers.zerO(),
                        "ZerO",
                        "ZerO, identity, or columns of a Hadamard matrix / √rows where there are more out than in channels",
                        TensorShape.of(100, 30),
                        "ZerO, 30 columns of the Hadamard matrix of 128 rows / √128"),
                words(
                        Initializers.zerO(),
                        "ZerO",
                        "ZerO, identity, or columns of a Hadamard matrix / √rows where there are more out than in channels",
                        TensorShape.of(3, 3, 3, 3),
                        "ZerO, identity of 3 channels"),
                words(
                        Initializers.logRange(),
                        "log range",
                        "log range, log(n + 1) along the last axis",
                        EMPTY,
                        "log range, log(n + 1) along the last axis"),
                words(
                        Initializers.icnr(2, Initializers.zeros()),
                        "ICNR",
                        "ICNR, each filter 4 times: zeros",
                        CONV,
                        "ICNR, each of 2 filters 4 times: zeros"),
                words(
                        Initializers.icnr(1, shape -> Initializers.ones().resolve(shape)),
                        "ICNR",
                        "ICNR, each filter once",
                        CONV,
                        "ICNR, each of 8 filters once: 1"),
                words(
                        Initializers.icnr(2, Initializers.zeros()),
                        "ICNR",
                        "ICNR, each filter 4 times: zeros",
                        EMPTY_CONV,
                        "ICNR, each filter 4 times: zeros"),
                words(
                        Initializers.eye(),
                        "identity",
                        "identity, ones on the diagonal",
                        TensorShape.of(5, 3, 3).withStacked(1),
                        "identity, ones on the diagonal, each of 5"));
    }

    @ParameterizedTest
    @MethodSource({"distributions", "fans", "structures"})
    void sayWhatIsWritten(Initializer initializer, String title, String formula, TensorShape shape, String derived) {
        Rule rule = (Rule) initializer;
        assertThat(rule.title()).isEqualTo(title);
        assertThat(rule.explain()).isEqualTo(formula);
        assertThat(rule.explain(shape)).isEqualTo(derived);
    }
}
