package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.Initializers.zeros;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import org.initweights.Layer;
import org.initweights.TensorShape;
import org.initweights.TorchVersion;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Without its weight the rule of a normalisation is that of the weight. */
class NormalizationBiasTest {

    private final GivenModel net = new GivenModel("Net");

    @Test
    void warnsOfABiasThatStartsAsOne() {
        net.parameter("normWeight").shape(8).init("@Torch", torchDefault(Layer.LAYER_NORM));
        net.parameter("normBias").shape(8).init("@Torch", torchDefault(Layer.LAYER_NORM));
        assertThat(findings())
                .containsExactly(warning(
                        "normBias.initializer",
                        "normBias: @Torch without weight is the rule of the weight, which starts as 1, but this is a bias by"
                                + " its name, and PyTorch's starts as 0; use @TorchDefault(value = LAYER_NORM, weight ="
                                + " \"normWeight\") [NormalizationBias]"));
    }

    @Test
    void namesNoWeightThatThereIsNot() {
        net.parameter("bias").shape(8).init("@Torch", torchDefault(Layer.GROUP_NORM));
        net.parameter("beta").shape(8).init("@Torch", torchDefault(Layer.GROUP_NORM));
        assertThat(findings())
                .hasSize(2)
                .allSatisfy(warned -> assertThat(warned.message()).contains("weight = \"…\")"));
    }

    @Test
    void knowsThatTheOldRuleOfBatchNormIsRandom() {
        net.parameter("bias").shape(8).init("@Torch", torchDefault(Layer.BATCH_NORM, TorchVersion.V0_4));
        assertThat(findings())
                .singleElement()
                .satisfies(warned -> assertThat(warned.message()).contains("which starts as U[0, 1), but"));
    }

    @Test
    void knowsThatTheOldRulesOfOthersAreNot() {
        net.parameter("bias").shape(8).init("@Torch", torchDefault(Layer.BATCH_NORM));
        assertThat(findings())
                .singleElement()
                .satisfies(warned -> assertThat(warned.message()).contains("which starts as 1, but"));
    }

    @Test
    void acceptsABiasThatNamesItsWeight() {
        GivenParameter weight = net.parameter("weight").shape(8).init("@Torch", torchDefault(Layer.LAYER_NORM));
        net.parameter("bias").shape(8).biasOf(weight, "@Torch", torchDefault(Layer.LAYER_NORM, TensorShape.of(8)));
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"BATCH_NORM", "LAYER_NORM", "GROUP_NORM"})
    void saysNothingOfOtherLayers(Layer layer) {
        net.parameter("bias").shape(8).init("@Torch", torchDefault(layer));
        net.parameter("otherBias").shape(8).init("@Zeros", zeros());
        assertThat(findings()).isEmpty();
    }

    private List<Reported> findings() {
        return net.findings(new NormalizationBias());
    }
}
