package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import org.initweights.Layer;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A layout that the user declares is that of the layer which the initializer names. */
class LayoutFitsLayerTest {

    private final GivenModel net = new GivenModel("Net");

    @Test
    void warnsOfAnotherLayoutWhereItWasDeclared() {
        net.parameter("w")
                .shape(8, 4, 3, 3)
                .layout(Layout.IN_OUT_SPATIAL)
                .init("@TorchDefault(CONV)", torchDefault(Layer.CONV));
        assertThat(findings())
                .containsExactly(warning(
                        "w.layout",
                        "w: PyTorch's CONV lays out its weight as OUT_IN_SPATIAL, but this layout is IN_OUT_SPATIAL; use"
                                + " layout = OUT_IN_SPATIAL, or an initializer that names no layer [LayerAxes]"));
    }

    @Test
    void warnsOfATransposedConvolutionLaidOutAsAnother() {
        net.parameter("up")
                .shape(8, 4, 3, 3)
                .layout(Layout.OUT_IN_SPATIAL)
                .init("@TorchDefault(CONV_TRANSPOSE)", torchDefault(Layer.CONV_TRANSPOSE));
        assertThat(findings()).extracting(Reported::place).containsExactly("up.layout");
    }

    @Test
    void acceptsTheLayersLayoutAndNoneDeclared() {
        net.parameter("conv").shape(8, 4).layout(Layout.OUT_IN_SPATIAL).init("@Torch", torchDefault(Layer.CONV));
        net.parameter("up")
                .shape(8, 4, 3)
                .layout(Layout.IN_OUT_SPATIAL)
                .init("@Torch", torchDefault(Layer.CONV_TRANSPOSE));
        net.parameter("plain").shape(8, 4, 3).init("@Torch", torchDefault(Layer.CONV_TRANSPOSE));
        net.parameter("other").shape(8, 4, 3).layout(Layout.SPATIAL_IN_OUT).init("@Kaiming", kaimingNormal());
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BATCH_NORM", "LAYER_NORM", "GROUP_NORM", "EMBEDDING"})
    void asksNothingOfLayersWithoutChannels(Layer layer) {
        net.parameter("w").shape(8, 4).layout(Layout.SPATIAL_IN_OUT).init("@Torch", torchDefault(layer));
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"BATCH_NORM", "LAYER_NORM", "GROUP_NORM", "EMBEDDING"})
    void noLayerOfPyTorchIsLaidOutAsThoseOfKeras(Layer layer) {
        net.parameter("w").shape(12, 4, 3).layout(Layout.SPATIAL_IN_OUT).init("@Torch", torchDefault(layer));
        assertThat(findings()).extracting(Reported::place).containsExactly("w.layout");
    }

    @Test
    void looksAtTheWeightOfABias() {
        GivenParameter weight =
                net.parameter("w").shape(8, 4).layout(Layout.SPATIAL_IN_OUT).init("@Kaiming", kaimingNormal());
        net.parameter("b").shape(4).biasOf(weight, "@Torch", torchDefault(Layer.LINEAR, TensorShape.of(8, 4)));
        assertThat(findings()).singleElement().satisfies(warned -> {
            assertThat(warned.place()).isEqualTo("w.layout");
            assertThat(warned.message()).startsWith("b: PyTorch's LINEAR");
        });
    }

    private List<Reported> findings() {
        return net.findings(new LayoutFitsLayer());
    }
}
