package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Javadoc of the public annotations is their manual: it is complete, and the compiler does what it says. */
class ManualTest {

    /** They say something about a parameter or a model, but not what is written. */
    private static final Set<String> NO_INITIALIZERS = Set.of(
            "Activation",
            "Copies",
            "Copy",
            "Dim",
            "Formula",
            "FromModel",
            "HalfFloat",
            "InitRule",
            "InitRules",
            "InitWeights",
            "InitWith",
            "NonTrainable",
            "Shape",
            "SignalPath",
            "Skip",
            "Slice",
            "Slices",
            "Tie",
            "Ties");

    private static final List<Manual> MANUALS = Manual.all();

    @TempDir
    private static Path folder;

    private static final List<Diagnostic<? extends JavaFileObject>> DIAGNOSTICS = new ArrayList<>();

    static Stream<Manual> annotations() {
        return MANUALS.stream();
    }

    static Stream<Manual> initializers() {
        return MANUALS.stream().filter(manual -> !NO_INITIALIZERS.contains(manual.name()));
    }

    static Stream<Example> examples() {
        return MANUALS.stream().flatMap(manual -> manual.examples().stream());
    }

    /** All that is right at once, and all mistakes at once: these would stop the compiler before it looks at the others. */
    @BeforeAll
    static void compile() {
        for (boolean mistakes : new boolean[] {false, true}) {
            List<Fixture> sources = examples()
                    .filter(example -> example.isOfMistakes() == mistakes)
                    .map(example -> example.source(folder))
                    .toList();
            DIAGNOSTICS.addAll(FileCompiler.lenient(
                            "-Xlint:all,-processing", "-Xmaxerrs", "9999", "-Xmaxwarns", "9999", "--release", "17")
                    .compile(folder, sources)
                    .diagnostics());
        }
    }

    @Test
    void knowsAllAnnotations() {
        assertThat(MANUALS).hasSizeGreaterThan(60);
        assertThat(annotations().map(Manual::name)).containsAll(NO_INITIALIZERS);
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void hasAnExample(Manual manual) {
        assertThat(manual.examples()).anyMatch(example -> !example.isOfMistakes());
        assertThat(manual.examples().stream().filter(example -> !example.isOfMistakes()))
                .anyMatch(example -> example.code().contains("@" + manual.name()));
    }

    @ParameterizedTest
    @MethodSource("initializers")
    void hasAFormula(Manual manual) {
        assertThat(manual.text()).containsPattern("<pre>\\n *\\S");
    }

    @ParameterizedTest
    @MethodSource("initializers")
    void namesItsSource(Manual manual) {
        assertThat(manual.text())
                .as("a paper, or the same function elsewhere")
                .containsPattern("<p>Source: [^<]*(\\{@code [a-z]\\w+[^}]+}|<i>[^<]+</i>,\\s+\\d{4})");
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void saysWhatEachMemberIs(Manual manual) {
        assertThat(manual.members())
                .allSatisfy((member, text) -> assertThat(text).as(member).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void compilesAsItSays(Example example) {
        assertThat(example.reported(DIAGNOSTICS)).containsExactlyInAnyOrderElementsOf(example.announced());
        assertThat(example.isOfMistakes()).isEqualTo(!example.announced().isEmpty());
    }
}
