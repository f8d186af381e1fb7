package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;
import static org.initweights.processor.given.Reported.note;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import org.initweights.Initializer;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of two biases that a recurrent layer adds, one has the constant. */
class BiasesThatAddTest {

    private final GivenModel net = new GivenModel("Net");

    @Test
    void warnsOfTheSecondAndNotesTheFirst() {
        net.parameter("biasIh").shape(16).init("@Ones", ones());
        net.parameter("biasHh").shape(16).init("@Ones", ones());
        assertThat(findings())
                .containsExactly(
                        warning(
                                "biasHh.initializer",
                                "biasHh: 1, as in biasIh; the layer adds the two, which makes twice as much; use @Zeros in"
                                        + " one of them [BiasesAdd]"),
                        note("biasIh.initializer", "biasIh: the bias that it is added to [BiasesAdd]"));
    }

    @ParameterizedTest
    @CsvSource({
        "bias_ih_l0, bias_hh_l0",
        "biasIh, biasHh",
        "BIAS_IH, BIAS_HH",
        "inputBias, recurrentBias",
        "lstmInputBias, lstmRecurrentBias",
        "input, recurrent",
        "Input, Recurrent",
    })
    void knowsPairsByTheirNames(String first, String second) {
        net.parameter(second).shape(16).init("@Constant", constant(0.5));
        net.parameter(first).shape(16).init("@Constant", constant(0.5));
        assertThat(findings())
                .extracting(Reported::place)
                .containsExactly(second + ".initializer", first + ".initializer");
    }

    @Test
    void comparesRowsWithTheSameRows() {
        net.parameter("bias_ih").shape(16).init("@Zeros", zeros()).slice(4, 8, "@Ones", ones());
        net.parameter("bias_hh").shape(16).init("@Zeros", zeros()).slice(4, 8, "@Ones", ones());
        net.parameter("other_ih").shape(16).init("@Zeros", zeros()).slice(4, 8, "@Ones", ones());
        net.parameter("other_hh").shape(16).init("@Zeros", zeros()).slice(8, 12, "@Ones", ones());
        assertThat(findings())
                .first()
                .satisfies(
                        warned -> assertThat(warned.message()).startsWith("bias_hh: 1 in rows 4 : 8, as in bias_ih;"));
        assertThat(findings()).hasSize(2);
    }

    @Test
    void acceptsDifferentConstantsZerosAndWhatIsDrawn() {
        pair("a", constant(1), constant(2));
        pair("b", zeros(), zeros());
        pair("c", ones(), zeros());
        pair("d", normal(0, 1), normal(0, 1));
        assertThat(findings()).isEmpty();
    }

    @Test
    void acceptsMatricesAndNamesWithoutPartner() {
        net.parameter("w_ih").shape(4, 4).init("@Ones", ones());
        net.parameter("w_hh").shape(4, 4).init("@Ones", ones());
        net.parameter("v_ih").shape(4).init("@Ones", ones());
        net.parameter("v_hh").shape(4, 4).init("@Ones", ones());
        net.parameter("bias_ih").shape(4).init("@Ones", ones());
        net.parameter("bias").shape(4).init("@Ones", ones());
        assertThat(findings()).isEmpty();
    }

    private void pair(String stem, Initializer first, Initializer second) {
        net.parameter(stem + "_ih").shape(4).init("@First", first);
        net.parameter(stem + "_hh").shape(4).init("@Second", second);
    }

    private List<Reported> findings() {
        return net.findings(new BiasesThatAdd());
    }
}
