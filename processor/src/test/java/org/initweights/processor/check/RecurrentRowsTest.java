package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.Initializers.zeros;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import org.initweights.Layer;
import org.initweights.TensorShape;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All tensors of a recurrent layer have its gates as their rows. */
class RecurrentRowsTest {

    private final GivenModel net = new GivenModel("Net");

    @ParameterizedTest
    @CsvSource({"LSTM, 4 · hidden", "GRU, 3 · hidden", "RNN, hidden"})
    void warnsOfOtherRowsThanThoseOfTheFirst(Layer layer, String needed) {
        given("weight_ih", layer, 48, 3);
        given("weight_hh", layer, 12, 12);
        assertThat(findings())
                .containsExactly(warning(
                        "weight_hh.shape",
                        "weight_hh: [12, 12] has 12 rows, but weight_ih [48, 3] has 48, and each tensor of the layer has "
                                + needed + "; if this one has not, name one that has with weight = \"weight_ih\""
                                + " [RecurrentRows]"));
    }

    @Test
    void warnsOfAProjection() {
        given("weight_ih", Layer.LSTM, 48, 3);
        given("weight_hr", Layer.LSTM, 48, 12);
        assertThat(findings())
                .containsExactly(warning(
                        "weight_hr.initializer",
                        "weight_hr: @Torch takes the rows of [48, 12] for 4 · hidden, but those of an LSTM's projection are"
                                + " not; name a tensor of the layer that has 4 · hidden: @TorchDefault(value = LSTM, weight ="
                                + " \"weight_ih\") [RecurrentRows]"));
    }

    @Test
    void proposesPyTorchsNameBesideNoOther() {
        given("proj", Layer.LSTM, 48, 12);
        assertThat(findings())
                .singleElement()
                .satisfies(warned -> assertThat(warned.message()).contains("weight = \"weight_hh\")"));
    }

    @Test
    void acceptsEqualRowsAndThoseThatAreNotKnown() {
        given("weight_ih", Layer.LSTM, 48, 3);
        given("weight_hh", Layer.LSTM, 48, 12);
        given("bias_ih", Layer.LSTM, "rows");
        given("a_weight_ih", Layer.LSTM, "rows", 3);
        given("a_weight_hh", Layer.LSTM, 12, 3);
        assertThat(findings()).isEmpty();
    }

    @Test
    void comparesTensorsOfOneLayer() {
        given("weight_ih_l0", Layer.LSTM, 48, 3);
        given("weight_ih_l1", Layer.LSTM, 12, 3);
        given("gruWeight", Layer.GRU, 9, 3);
        given("scale", Layer.GRU, 3, 3);
        assertThat(findings()).isEmpty();
    }

    @Test
    void countsTheRowsOfEachOfAStack() {
        given("weight_ih", Layer.LSTM, 2, 48, 3).stacked(1);
        given("weight_hh", Layer.LSTM, 3, 48, 12).stacked(1);
        assertThat(findings()).isEmpty();
    }

    @Test
    void saysNothingOfOtherLayersNorOfWhatNamesItsWeight() {
        given("weight", Layer.LINEAR, 48, 3);
        given("bias", Layer.LINEAR, 12);
        GivenParameter first = given("a_weight_ih", Layer.LSTM, 48, 3);
        net.parameter("a_weight_hr")
                .shape(12, 12)
                .biasOf(first, "@Torch", torchDefault(Layer.LSTM, TensorShape.of(48, 3)));
        net.parameter("b_weight_ih").shape(48, 3).init("@Zeros", zeros());
        given("b_weight_hh", Layer.LSTM, 12, 3);
        given("scalar", Layer.LSTM);
        assertThat(findings()).isEmpty();
    }

    @Test
    void aGruHasNoProjection() {
        given("weight_hr", Layer.GRU, 9, 3);
        assertThat(findings()).isEmpty();
    }

    private GivenParameter given(String name, Layer layer, Object... sizes) {
        return net.parameter(name).shape(sizes).init("@Torch", torchDefault(layer));
    }

    private List<Reported> findings() {
        return net.findings(new RecurrentRows());
    }
}
