package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.zeros;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import org.initweights.Initializer;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bounds of a truncated normal cut something, and leave something. */
class TruncationCutsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, -2, 2",
        "0, 0.02, -0.04, 0.04",
        "0, 1, -7.9, 8",
        "0, 1, -8, 7.9",
        "0, 1, -100, 2",
        "0, 1, 1.6, 3",
        "5, 1, 3, 7",
        "0, 1, -0.07, 0.07",
    })
    void acceptsBoundsThatCutSomeAway(double mean, double std, double a, double b) {
        assertThat(findings(truncNormal(mean, std, a, b))).isEmpty();
    }

    @Test
    void warnsOfBoundsThatCutNothing() {
        assertThat(findings(truncNormal(0, 0.02, -2, 2)))
                .containsExactly(warning(
                        "w.initializer",
                        "w: a and b of @TruncNormal are absolute, so std = 0.02 with [-2, 2] cuts at ±100σ: nothing is"
                                + " truncated; write a = -0.04, b = 0.04 for ±2σ [TruncationUnit]"));
    }

    @Test
    void proposesBoundsAroundTheMean() {
        assertThat(findings(truncNormal(5, 0.1, 3, 9)))
                .containsExactly(warning(
                        "w.initializer",
                        "w: a and b of @TruncNormal are absolute, so std = 0.1 with [3, 9] cuts at -20σ and 40σ: nothing is"
                                + " truncated; write a = 4.8, b = 5.2 for ±2σ [TruncationUnit]"));
    }

    @Test
    void cutsEquallyFarOnEitherSideWhateverIsRounded() {
        assertThat(findings(truncNormal(0.1, 1e-6, -0.6, 0.8)))
                .singleElement()
                .satisfies(warned -> assertThat(warned.message()).contains("cuts at ±700000σ: nothing"));
    }

    @Test
    void countsEightStandardDeviationsAsNothing() {
        assertThat(findings(truncNormal(0, 1, -8, 8)))
                .singleElement()
                .satisfies(warned -> assertThat(warned.message()).contains("cuts at ±8σ: nothing"));
    }

    @Test
    void warnsOfBoundsThatLeaveTheTail() {
        assertThat(findings(truncNormal(5, 1, -2, 2)))
                .containsExactly(warning(
                        "w.initializer",
                        "w: [-2, 2] holds less than 5% of N(5, 1²), so what is drawn is its tail; a and b are absolute, as"
                                + " mean is: are they meant to be around it? [TruncationTail]"));
    }

    @ParameterizedTest
    @CsvSource({"1.7, 3", "-3, -1.7", "-0.06, 0.06"})
    void countsLessThanATwentiethAsTheTail(double a, double b) {
        assertThat(findings(truncNormal(0, 1, a, b)))
                .singleElement()
                .satisfies(warned -> assertThat(warned.message()).endsWith("[TruncationTail]"));
    }

    @Test
    void saysNothingOfOtherInitializers() {
        assertThat(findings(normal(0, 100))).isEmpty();
    }

    @Test
    void looksIntoSlices() {
        GivenModel net = new GivenModel("Net");
        net.parameter("w").shape(3).init("@Zeros", zeros()).slice(0, 1, "@TruncNormal", truncNormal(0, 0.02));
        assertThat(net.findings(new TruncationCuts()))
                .extracting(Reported::place)
                .containsExactly("w.initializer");
    }

    @Test
    void looksIntoRules() {
        GivenModel net = new GivenModel("Net");
        net.rule("@SwinNormal", truncNormal(0, 0.02), "a.weight");
        assertThat(net.findings(new TruncationCuts()))
                .singleElement()
                .satisfies(warned -> assertThat(warned.message())
                        .contains("so std = 0.02 with [-2, 2] cuts at ±100σ")
                        .endsWith("[TruncationUnit]"));
    }

    private static List<Reported> findings(Initializer rule) {
        GivenModel net = new GivenModel("Net");
        net.parameter("w").shape(3).init("@TruncNormal(…)", rule);
        return net.findings(new TruncationCuts());
    }
}
