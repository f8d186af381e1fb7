package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.processor.given.Reported.error;
import static org.initweights.processor.given.Reported.note;

import java.util.List;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bias has an element for each out channel of the weight that it names, or whose name it has. */
class BiasFitsWeightTest {

    private final GivenModel net = new GivenModel("Net");

    @Test
    void acceptsAnElementForEachOutChannel() {
        zeros("weight", 128, 784);
        zeros("bias", 128);
        assertThat(findings()).isEmpty();
    }

    @Test
    void refusesAnElementForEachInChannelAndNotesTheWeight() {
        zeros("fcWeight", 784, 128);
        zeros("fcBias", 128);
        assertThat(findings())
                .containsExactly(
                        error(
                                "fcBias.shape",
                                "fcBias: [128] is not one element for each out channel of fcWeight [784, 128]; use [784], or"
                                        + " say with layout that the out channels of fcWeight are elsewhere"
                                        + " [DimensionConflict]"),
                        note(
                                "fcWeight.shape",
                                "fcWeight: [784, 128] is contradicted by fcBias [128] [DimensionConflict]"));
    }

    @ParameterizedTest
    @CsvSource({"fc1Bias, fc1Weight", "bias, weight", "bias_ih, weight_ih"})
    void belongsToTheWeightOfItsName(String bias, String weight) {
        zeros(weight, 5, 4);
        zeros(bias, 4);
        assertThat(findings()).hasSize(2);
    }

    @Test
    void belongsToNothingByAnotherName() {
        zeros("weight", 5, 4);
        zeros("scale", 4);
        zeros("offset", 7);
        assertThat(findings()).isEmpty();
    }

    @Test
    void belongsToTheWeightThatItNames() {
        zeros("other", 4, 4);
        GivenParameter kernel = zeros("kernel", 5, 4);
        net.parameter("shift")
                .shape(4)
                .biasOf(kernel, "@TorchDefault", torchDefault(Layer.LINEAR, TensorShape.of(5, 4)));
        assertThat(findings()).extracting(Reported::place).containsExactly("shift.shape", "kernel.shape");
    }

    @Test
    void followsTheLayoutOfTheWeight() {
        zeros("weight", 784, 128).layout(Layout.SPATIAL_IN_OUT);
        zeros("bias", 784);
        assertThat(findings())
                .first()
                .satisfies(
                        refused -> assertThat(refused.message()).endsWith("[784, 128]; use [128] [DimensionConflict]"));
    }

    @Test
    void countsTheOutChannelsOfAllGroupsOfATransposedConvolution() {
        zeros("weight", 8, 4, 3, 3).layout(Layout.IN_OUT_SPATIAL).groups(2);
        zeros("bias", 8);
        assertThat(findings()).isEmpty();
        zeros("upWeight", 8, 4, 3, 3).layout(Layout.IN_OUT_SPATIAL).groups(2);
        zeros("upBias", 4);
        assertThat(findings()).extracting(Reported::place).containsExactly("upBias.shape", "upWeight.shape");
    }

    @Test
    void knowsTheLayoutOfPyTorchsTransposedConvolution() {
        net.parameter("weight").shape(8, 4, 3, 3).init("@TorchDefault", torchDefault(Layer.CONV_TRANSPOSE));
        zeros("bias", 4);
        assertThat(findings()).isEmpty();
        net.parameter("convWeight").shape(8, 4, 3, 3).init("@TorchDefault", torchDefault(Layer.CONV));
        zeros("convBias", 4);
        assertThat(findings()).extracting(Reported::place).containsExactly("convBias.shape", "convWeight.shape");
    }

    @Test
    void groupsOfOtherLayoutsDoNotCount() {
        zeros("weight", 8, 4, 3, 3).groups(2);
        zeros("bias", 8);
        assertThat(findings()).isEmpty();
    }

    @Test
    void isNotTheBiasOfANormalisation() {
        zeros("weight", 5, 4);
        net.parameter("bias").shape(4).init("@TorchDefault", torchDefault(Layer.BATCH_NORM));
        assertThat(findings()).isEmpty();
    }

    @Test
    void refusesOnlyTheWrongAxisOfSizesThatAreNotKnown() {
        zeros("weight", "out", "in");
        zeros("bias", "in");
        assertThat(findings())
                .first()
                .satisfies(
                        refused -> assertThat(refused.message())
                                .startsWith(
                                        "bias: [in] is not one element for each out channel of weight [out, in]; use [out], or"));
        zeros("goodWeight", "out", "in");
        zeros("goodBias", "out");
        zeros("squareWeight", "in", "in");
        zeros("squareBias", "in");
        zeros("otherWeight", "out", "in");
        zeros("otherBias", "hidden");
        assertThat(findings()).hasSize(2);
    }

    @Test
    void saysNothingOfUnknownSizesInGroups() {
        zeros("weight", "in", "out").layout(Layout.IN_OUT_SPATIAL).groups(2);
        zeros("bias", "in");
        assertThat(findings()).isEmpty();
    }

    @Test
    void isAVectorBesideAMatrixThatIsNotStacked() {
        zeros("weight", 5, 4).stacked(1);
        zeros("bias", 4);
        zeros("vectorWeight", 5);
        zeros("vectorBias", 4);
        zeros("matrixWeight", 5, 4);
        zeros("matrixBias", 4, 4);
        assertThat(findings()).isEmpty();
    }

    private GivenParameter zeros(String name, Object... sizes) {
        return net.parameter(name).shape(sizes).init("@Zeros", Initializers.zeros());
    }

    private List<Reported> findings() {
        return net.findings(new BiasFitsWeight());
    }
}
