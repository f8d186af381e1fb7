package org.initweights.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @ParameterizedTest
    @CsvSource({
        "initweights.stric, initweights.strict",
        "initweights.Strict, initweights.strict",
        "initweight.strict, initweights.strict",
        "InitWeights.strict, initweights.strict",
        "initweights.debugg, initweights.debug",
        "initweights.lints.Symmetry, initweights.lint.Symmetry",
        "initweights.Symmetry, initweights.lint.Symmetry",
        "initweights.lint.symmetry, initweights.lint.Symmetry",
        "initweights.lint.Uninitialised, initweights.lint.Uninitialized",
    })
    void refusesAMisspeltNameAndSaysWhichWasMeant(String written, String meant) {
        assertThat(mistakes(written, "off"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake)
                        .startsWith("-A" + written + ": there is no such ")
                        .contains("did you mean -A" + meant + "?"));
    }

    @Test
    void saysWhatThereIsIfNothingIsNear() {
        assertThat(mistakes("initweights.verbose", "true"))
                .containsExactly("-Ainitweights.verbose: there is no such option; there are -Ainitweights.strict,"
                        + " -Ainitweights.debug and -Ainitweights.lint.<name of a lint> [Option]");
        assertThat(mistakes("initweights.lint.Nothing", "off"))
                .containsExactly(
                        "-Ainitweights.lint.Nothing: there is no such lint; messages.md of the guide lists them [LintOption]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "truee", " false"})
    void refusesAFlagThatIsNeitherTrueNorFalse(String value) {
        assertThat(mistakes("initweights.strict", value))
                .containsExactly(
                        "-Ainitweights.strict=" + value + ": use true or false, or no value, which is true [Option]");
        assertThat(mistakes("initweights.debug", value)).hasSize(1);
    }

    @Test
    void refusesASeverityThatThereIsNot() {
        assertThat(mistakes("initweights.lint.Symmetry", "no"))
                .containsExactly("-Ainitweights.lint.Symmetry=no: use off, warn or error [LintOption]");
        assertThat(mistakes("initweights.lint.Symmetry", null))
                .containsExactly("-Ainitweights.lint.Symmetry: use off, warn or error [LintOption]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kapt.kotlin.generated", "mapstruct.strict", "debug", "strict", "lint.Symmetry", "weights.init"})
    void leavesTheOptionsOfOthersAlone(String option) {
        assertThat(mistakes(option, "x")).isEmpty();
    }

    @Test
    void aFlagIsOnWithoutAValueAndWithTrue() {
        assertThat(options("initweights.strict", null).isOn(Options.STRICT)).isTrue();
        assertThat(options("initweights.strict", "").isOn(Options.STRICT)).isTrue();
        assertThat(options("initweights.strict", "TRUE").isOn(Options.STRICT)).isTrue();
        assertThat(options("initweights.strict", "False").isOn(Options.STRICT)).isFalse();
        assertThat(options("initweights.debug", null).isOn(Options.STRICT)).isFalse();
    }

    private static List<String> mistakes(String name, @Nullable String value) {
        return options(name, value).mistakes();
    }

    private static Options options(String name, @Nullable String value) {
        Map<String, String> given = new HashMap<>();
        given.put(name, value);
        return new Options(given);
    }
}
