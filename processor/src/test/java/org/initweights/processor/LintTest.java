package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.initweights.processor.report.Lint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lints can be set and switched off, and each has an example. */
class LintTest {

    private static final String FORGOTTEN = """
            package lints;

            import org.initweights.annotation.InitWeights;

            @InitWeights
            class Forgotten {
                float[] weight;
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void isAWarningByDefault() {
        assertThat(kinds()).containsExactly("WARNING");
    }

    @Test
    void anOptionMakesItAnErrorOrSwitchesItOff() {
        assertThat(kinds("-Ainitweights.lint.Uninitialized=error")).containsExactly("ERROR");
        assertThat(kinds("-Ainitweights.lint.Uninitialized=off")).isEmpty();
        assertThat(kinds("-Ainitweights.lint.Uninitialized=WARN")).containsExactly("WARNING");
    }

    @Test
    void strictMakesAFieldWithoutInitializerAnError() {
        assertThat(kinds("-Ainitweights.strict")).containsExactly("ERROR");
        assertThat(kinds("-Ainitweights.strict=false")).containsExactly("WARNING");
    }

    @Test
    void refusesOptionsThatMeanNothing() {
        assertThat(messages("-Ainitweights.lint.Uninitialised=off"))
                .anyMatch(message -> message.startsWith("-Ainitweights.lint.Uninitialised: there is no such lint"));
        assertThat(messages("-Ainitweights.lint.Uninitialized=no"))
                .anyMatch(message -> message.contains("use off, warn or error"));
    }

    private List<String> kinds(String... options) {
        return compile(options).diagnostics().stream()
                .map(diagnostic -> diagnostic.getKind().name().replace("MANDATORY_", ""))
                .toList();
    }

    private List<String> messages(String... options) {
        return compile(options).diagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private FileCompiler.Result compile(String... options) {
        return FileCompiler.lenient(options).compile(folder, List.of(Fixture.write(folder, "Forgotten", FORGOTTEN)));
    }

    @ParameterizedTest
    @EnumSource
    void hasAnExample(Lint lint) {
        assertThat(Stream.of("warned", "bad")
                        .flatMap(fixtures -> Fixture.in(fixtures).stream())
                        .flatMap(model -> Announced.in(model).stream()))
                .anyMatch(message -> message.endsWith("[" + lint.id() + "]"));
    }
}
