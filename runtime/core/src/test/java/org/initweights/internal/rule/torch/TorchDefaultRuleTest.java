package org.initweights.internal.rule.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.TorchVersion.CURRENT;
import static org.initweights.TorchVersion.V0_4;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.Axes;
import org.initweights.Fill;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.TorchVersion;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.UniformFill;
import org.initweights.internal.rule.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The {@code reset_parameters} of PyTorch's layers: what they write, and how that is said. */
class TorchDefaultRuleTest {

    private static final TensorShape LINEAR = TensorShape.of(5, 16);
    private static final TensorShape CONV = TensorShape.of(8, 4, 2, 2).withGroups(4);
    private static final TensorShape TRANSPOSED = TensorShape.of(8, 4, 2, 2).withLayout(Layout.IN_OUT_SPATIAL);
    private static final TensorShape BIAS = TensorShape.of(8);

    private static Arguments words(
            Layer layer, @Nullable TensorShape weight, TorchVersion version, TensorShape shape, String words) {
        return Arguments.of(new TorchDefaultRule(layer, weight, version), shape, words);
    }

    static Stream<Arguments> derivations() {
        return Stream.of(
                words(Layer.LINEAR, null, CURRENT, LINEAR, "PyTorch's Linear, fan_in 16 → U(±0.25)"),
                words(Layer.LINEAR, null, V0_4, LINEAR, "PyTorch 0.4's Linear, ungrouped fan_in 16 → U(±0.25)"),
                words(Layer.LINEAR, LINEAR, CURRENT, BIAS, "PyTorch's Linear bias, fan_in 16 → U(±0.25)"),
                words(Layer.CONV, null, CURRENT, CONV, "PyTorch's Conv, fan_in 16 → U(±0.25)"),
                words(Layer.CONV, null, V0_4, CONV, "PyTorch 0.4's Conv, ungrouped fan_in 64 → U(±0.125)"),
                words(Layer.CONV, CONV, V0_4, BIAS, "PyTorch 0.4's Conv bias, ungrouped fan_in 64 → U(±0.125)"),
                words(Layer.CONV_TRANSPOSE, null, CURRENT, TRANSPOSED, "PyTorch's ConvTranspose, fan_in 16 → U(±0.25)"),
                words(
                        Layer.CONV_TRANSPOSE,
                        TRANSPOSED,
                        CURRENT,
                        BIAS,
                        "PyTorch's ConvTranspose bias, fan_in 16 → U(±0.25)"),
                words(
                        Layer.CONV_TRANSPOSE,
                        TensorShape.of(16, 4, 2, 2),
                        V0_4,
                        BIAS,
                        "PyTorch 0.4's ConvTranspose bias, ungrouped fan_in 64 → U(±0.125)"),
                words(Layer.BATCH_NORM, null, CURRENT, BIAS, "PyTorch's BatchNorm, 1"),
                words(Layer.BATCH_NORM, null, V0_4, BIAS, "PyTorch 0.4's BatchNorm, U[0, 1)"),
                words(Layer.BATCH_NORM, BIAS, V0_4, BIAS, "PyTorch 0.4's BatchNorm bias, 0"),
                words(Layer.LAYER_NORM, null, V0_4, BIAS, "PyTorch 0.4's LayerNorm, 1"),
                words(Layer.GROUP_NORM, BIAS, CURRENT, BIAS, "PyTorch's GroupNorm bias, 0"),
                words(Layer.EMBEDDING, null, CURRENT, LINEAR, "PyTorch's Embedding, N(0, 1²)"),
                words(Layer.RNN, null, CURRENT, TensorShape.of(16, 3), "PyTorch's RNN, hidden 16 → U(±0.25)"),
                words(Layer.LSTM, null, CURRENT, TensorShape.of(64), "PyTorch's LSTM, hidden 16 → U(±0.25)"),
                words(Layer.GRU, null, CURRENT, TensorShape.of(12, 3), "PyTorch's GRU, hidden 4 → U(±0.5)"),
                words(Layer.BILINEAR, null, CURRENT, TensorShape.of(2, 16, 3), "PyTorch's Bilinear, in1 16 → U(±0.25)"),
                words(
                        Layer.MULTIHEAD_ATTENTION,
                        null,
                        CURRENT,
                        TensorShape.of(72, 24),
                        "PyTorch's MultiheadAttention, Xavier uniform → U(±0.25)"),
                words(
                        Layer.MULTIHEAD_ATTENTION,
                        null,
                        CURRENT,
                        TensorShape.of(1, 1, 16),
                        "PyTorch's MultiheadAttention, Xavier normal → N(0, 0.25²)"),
                words(Layer.MULTIHEAD_ATTENTION, LINEAR, CURRENT, BIAS, "PyTorch's MultiheadAttention bias, 0"));
    }

    @ParameterizedTest
    @MethodSource("derivations")
    void saysWhatItDerivesFromTheShape(TorchDefaultRule rule, TensorShape shape, String words) {
        assertThat(rule.explain(shape)).isEqualTo(words);
    }

    /** Shapes are not known; a layer's two versions may have two formulas. */
    @Test
    void saysTheFormula() {
        assertThat(formula(Layer.LINEAR, CURRENT)).isEqualTo("PyTorch's Linear, U(±1 / √fan_in)");
        assertThat(formula(Layer.CONV, V0_4)).isEqualTo("PyTorch 0.4's Conv, U(±1 / √(ungrouped fan_in))");
        assertThat(formula(Layer.CONV_TRANSPOSE, CURRENT))
                .isEqualTo("PyTorch's ConvTranspose, U(±1 / √(size(1) · kernel))");
        assertThat(formula(Layer.CONV_TRANSPOSE, V0_4))
                .isEqualTo("PyTorch 0.4's ConvTranspose, U(±1 / √(in · kernel))");
        assertThat(formula(Layer.BATCH_NORM, CURRENT)).isEqualTo("PyTorch's BatchNorm, weight 1, bias 0");
        assertThat(formula(Layer.BATCH_NORM, V0_4)).isEqualTo("PyTorch 0.4's BatchNorm, weight U[0, 1), bias 0");
        assertThat(formula(Layer.GROUP_NORM, V0_4)).isEqualTo("PyTorch 0.4's GroupNorm, weight 1, bias 0");
        assertThat(formula(Layer.EMBEDDING, CURRENT)).isEqualTo("PyTorch's Embedding, N(0, 1)");
        assertThat(formula(Layer.LSTM, CURRENT)).isEqualTo("PyTorch's LSTM, U(±1 / √hidden)");
        assertThat(formula(Layer.BILINEAR, CURRENT)).isEqualTo("PyTorch's Bilinear, U(±1 / √in1)");
        assertThat(formula(Layer.MULTIHEAD_ATTENTION, CURRENT))
                .isEqualTo(
                        "PyTorch's MultiheadAttention, projections Xavier uniform, biases 0, bias_k and bias_v Xavier"
                                + " normal");
    }

    private static String formula(Layer layer, TorchVersion version) {
        return new TorchDefaultRule(layer, null, version).explain();
    }

    private static Arguments refused(Layer layer, TensorShape shape, String message) {
        return Arguments.of(layer, shape, "torchDefault(" + layer + ") " + message);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused(
                        Layer.LINEAR,
                        TensorShape.of(3),
                        "needs a fan, and [3] has one dimension; for a bias use torchDefault(LINEAR, weight) with the shape"
                                + " of its weight [FanRank]"),
                refused(
                        Layer.LINEAR,
                        TensorShape.of(3, 3, 3),
                        "needs a weight [out, in], but [3, 3, 3] has 3 dimensions [LayerRank]"),
                refused(
                        Layer.LINEAR,
                        TensorShape.of(),
                        "needs a weight [out, in], but [] has 0 dimensions [LayerRank]"),
                refused(
                        Layer.CONV,
                        TensorShape.of(3, 3),
                        "needs a weight [out, in / groups, k…], but [3, 3] has 2 dimensions [LayerRank]"),
                refused(
                        Layer.CONV,
                        TensorShape.of(3, 3, 1, 1, 1, 1),
                        "needs a weight [out, in / groups, k…], but [3, 3, 1, 1, 1, 1] has 6 dimensions [LayerRank]"),
                refused(
                        Layer.CONV_TRANSPOSE,
                        TensorShape.of(3, 3),
                        "needs a weight [in, out / groups, k…], but [3, 3] has 2 dimensions [LayerRank]"),
                refused(
                        Layer.CONV_TRANSPOSE,
                        TensorShape.of(3, 3, 3).withLayout(Layout.SPATIAL_IN_OUT),
                        "is a rule for [in, out / groups, k…], but the layout is SPATIAL_IN_OUT; use IN_OUT_SPATIAL"
                                + " [LayerLayout]"),
                refused(
                        Layer.EMBEDDING,
                        TensorShape.of(3, 3, 3),
                        "needs a weight [entries, features], but [3, 3, 3] has 3 dimensions [LayerRank]"),
                refused(
                        Layer.BILINEAR,
                        TensorShape.of(3, 3),
                        "needs a weight [out, in1, in2], but [3, 3] has 2 dimensions [LayerRank]"),
                refused(Layer.LSTM, TensorShape.of(6), "needs 4 · hidden rows, but has shape [6] [LayerGates]"),
                refused(Layer.LSTM, TensorShape.of(6, 3), "needs 4 · hidden rows, but has shape [6, 3] [LayerGates]"),
                refused(
                        Layer.GRU,
                        TensorShape.of(6, 3, 1),
                        "needs 3 · hidden rows, but has shape [6, 3, 1] [LayerRank]"),
                refused(Layer.RNN, TensorShape.of(), "needs hidden rows, but has shape [] [LayerRank]"),
                refused(
                        Layer.MULTIHEAD_ATTENTION,
                        TensorShape.of(1, 1, 1, 1),
                        "has parameters of one to three dimensions, but [1, 1, 1, 1] has 4 [LayerRank]"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesShapesThatTheLayerDoesNotHave(Layer layer, TensorShape shape, String message) {
        Refusal.of(Initializers.torchDefault(layer), shape).withMessage(message);
    }

    /** Also that of a weight which its bias names. */
    @Test
    void refusesWeightsThatTheLayerDoesNotHave() {
        TensorShape cube = TensorShape.of(3, 3, 3);
        Refusal.of(Initializers.torchDefault(Layer.LINEAR, cube), BIAS).withMessageEndingWith("[LayerRank]");
        Refusal.of(Initializers.torchDefault(Layer.EMBEDDING, LINEAR), BIAS)
                .withMessage("torchDefault(EMBEDDING) has no bias; leave weight away [LayerBias]");
        Refusal.of(Initializers.torchDefault(Layer.MULTIHEAD_ATTENTION, V0_4), LINEAR)
                .withMessage("torchDefault(MULTIHEAD_ATTENTION) cannot follow PyTorch 0.4, which had no such layer"
                        + " [LayerVersion]");
    }

    @Test
    void needsALayout() {
        TensorShape axes = TensorShape.of(3, 3, 3).withAxes(Axes.of(List.of(1, 2), List.of(0)));
        Refusal.of(Initializers.torchDefault(Layer.BATCH_NORM), axes).withMessageEndingWith("[AxesLayout]");
        Refusal.of(Initializers.torchDefault(Layer.BATCH_NORM, axes), BIAS).withMessageEndingWith("[AxesLayout]");
    }

    /** Of stacked layers each has its own. */
    @Test
    void seesOneOfAStack() {
        Fill quarter = new UniformFill(-0.25, 0.25);
        assertThat(Initializers.torchDefault(
                                Layer.LINEAR, TensorShape.of(3, 5, 16).withStacked(1))
                        .resolve(TensorShape.of(3, 5).withStacked(1)))
                .isEqualTo(quarter);
        assertThat(Initializers.torchDefault(Layer.RNN)
                        .resolve(TensorShape.of(3, 16, 2).withStacked(1)))
                .isEqualTo(quarter);
    }

    @ParameterizedTest
    @EnumSource
    void writesNothingToAParameterWithoutElements(Layer layer) {
        TensorShape empty = switch (layer) {
            case CONV, CONV_TRANSPOSE, BILINEAR -> TensorShape.of(12, 0, 2);
            default -> TensorShape.of(12, 0);
        };
        assertThat(Initializers.torchDefault(layer).resolve(empty)).isEqualTo(new ConstantFill(0));
    }

    /** Draws come in the order of the layer's constructor, which such a rule tells. */
    @Test
    void tellsAttentionFromOthers() {
        assertThat(TorchDefaultRule.isOfAttention(Initializers.torchDefault(Layer.MULTIHEAD_ATTENTION)))
                .isTrue();
        assertThat(TorchDefaultRule.isOfAttention(Initializers.torchDefault(Layer.LINEAR)))
                .isFalse();
        assertThat(TorchDefaultRule.isOfAttention(Initializers.xavierUniform())).isFalse();
    }
}
