package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;
import static org.initweights.processor.given.Reported.note;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One factor of a pair may be zero, not both. */
class LowRankFactorsTest {

    private final GivenModel net = new GivenModel("Net");

    @Test
    void warnsOfTwoZeroFactors() {
        net.parameter("loraA").shape(4, 8).init("@Zeros", zeros());
        net.parameter("loraB").shape(8, 4).init("@Zeros", zeros());
        assertThat(findings())
                .containsExactly(
                        warning(
                                "loraB.initializer",
                                "loraB: zero, as loraA is, so that neither factor ever gets a gradient; draw one at random:"
                                        + " @KaimingUniform, as LoRA's A [LowRankZero]"),
                        note("loraA.initializer", "loraA: the other factor [LowRankZero]"));
    }

    @ParameterizedTest
    @CsvSource({"A, B", "lora_a, lora_b", "loraDown, loraUp", "down, up"})
    void knowsPairsByTheEndsOfTheirNames(String first, String second) {
        net.parameter(second).shape(8, 4).init("@Zeros", zeros());
        net.parameter(first).shape(4, 8).init("@Zeros", zeros());
        assertThat(findings())
                .extracting(Reported::place)
                .containsExactly(second + ".initializer", first + ".initializer");
    }

    @Test
    void acceptsOneZeroFactor() {
        net.parameter("loraA").shape(4, 8).init("@Normal", normal(0, 1));
        net.parameter("loraB").shape(8, 4).init("@Zeros", zeros());
        net.parameter("wA").shape(4, 8).init("@Zeros", zeros());
        net.parameter("wB").shape(8, 4).init("@Ones", ones());
        assertThat(findings()).isEmpty();
    }

    @Test
    void acceptsWhatIsNoPairOfMatrices() {
        net.parameter("biasA").shape(4).init("@Zeros", zeros());
        net.parameter("biasB").shape(4).init("@Zeros", zeros());
        net.parameter("lora").shape(4, 8).init("@Zeros", zeros());
        net.parameter("other").shape(8, 4).init("@Zeros", zeros());
        net.parameter("qA").shape(4, 8).init("@Zeros", zeros()).slice(0, 1, "@Ones", ones());
        net.parameter("qB").shape(8, 4).init("@Zeros", zeros());
        assertThat(findings()).isEmpty();
    }

    private List<Reported> findings() {
        return net.findings(new LowRankFactors());
    }
}
