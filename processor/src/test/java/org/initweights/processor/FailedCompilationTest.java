package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compilation that fails leaves no plan, neither a new one nor that of an earlier compilation. */
class FailedCompilationTest {

    private static final String MODEL = """
            import org.initweights.annotation.*;

            class Model {
                @Shape(3) @Ones float[] weight;
            }
            """;

    @TempDir
    private Path output;

    @TempDir
    private Path sources;

    @Test
    void aCompilationThatSucceedsLeavesThePlan() {
        assertThat(compile(FileCompiler.lenient(), "").success()).isTrue();
        assertThat(plans()).containsExactly("Model.json");
    }

    @Test
    void processingAloneLeavesThePlan() {
        assertThat(compile(FileCompiler.lenient("-proc:only"), "").success()).isTrue();
        assertThat(plans()).containsExactly("Model.json");
    }

    @Test
    void sourcesThatAreFoundButNotToBeCompiledDoNotMatter() {
        Fixture.write(sources, "Found", "class Found {}");
        FileCompiler compiler = FileCompiler.lenient(
                "-implicit:none", "-sourcepath", sources.toString(), "-cp", System.getProperty("java.class.path"));
        assertThat(compile(compiler, "class Other { Found found; }").success()).isTrue();
        assertThat(plans()).containsExactly("Model.json");
    }

    @Test
    void anErrorOfAnotherModel() {
        assertNoPlan(
                "class Other { @org.initweights.annotation.Shape({3, 4}) @org.initweights.annotation.Normal(std = -1) float[] w; }");
    }

    @Test
    void aTypeThatDoesNotExist() {
        assertNoPlan("class Other { Missing missing; }");
        assertNoPlan(
                "class Other { @org.initweights.annotation.Shape(3) @org.initweights.annotation.Ones float[] w; Missing missing; }");
    }

    @Test
    void anErrorInAMethodWhichJavacFindsAfterTheProcessors() {
        assertNoPlan("class Other { int size() { return \"three\"; } }");
        assertNoPlan("class Other { int size() { } }");
        assertNoPlan("class Other { void run() { new Object() { int size() { return \"three\"; } }; } }");
        assertNoPlan("class Other { static class Inner { final int size; } }");
        assertNoPlan("class Other { void run() { ModelInit.initWeights(new Model(), \"seed\"); } }");
    }

    @Test
    void aWarningThatIsAnError() {
        compileFirst(FileCompiler.lenient());
        assertThat(compile(FileCompiler.javac(), "class Other { java.util.List list; }")
                        .success())
                .isFalse();
        assertThat(plans()).isEmpty();
    }

    @Test
    void anErrorOfAnotherProcessor() {
        compileFirst(FileCompiler.lenient());
        FileCompiler.Result result = FileCompiler.lenient()
                .compile(
                        output,
                        List.of(Fixture.write(sources, "Model", MODEL)),
                        new Complaining(),
                        new InitWeightsProcessor());
        assertThat(result.success()).isFalse();
        assertThat(plans()).isEmpty();
    }

    @Test
    void anOptionThatThereIsNot() {
        compileFirst(FileCompiler.lenient());
        assertThat(compile(FileCompiler.lenient("-Ainitweights.stric"), "").success())
                .isFalse();
        assertThat(plans()).isEmpty();
    }

    @Test
    void anErrorThatEclipsesCompilerKnowsOf() {
        compileFirst(FileCompiler.ecj());
        compile(
                FileCompiler.ecj(),
                "class Other { @org.initweights.annotation.Shape({3, 4}) @org.initweights.annotation.Normal(std = -1) float[] w; }");
        assertThat(plans()).isEmpty();
    }

    private void assertNoPlan(String other) {
        compileFirst(FileCompiler.lenient());
        assertThat(compile(FileCompiler.lenient(), other).success()).isFalse();
        assertThat(plans()).isEmpty();
    }

    private void compileFirst(FileCompiler compiler) {
        compile(compiler, "");
        assertThat(plans()).containsExactly("Model.json");
    }

    private FileCompiler.Result compile(FileCompiler compiler, String other) {
        List<Fixture> units = new ArrayList<>(List.of(Fixture.write(sources, "Model", MODEL)));
        if (!other.isEmpty()) {
            units.add(Fixture.write(sources, "Other", other));
        }
        return compiler.compile(output, units);
    }

    private List<String> plans() {
        Path folder = output.resolve("META-INF/initweights");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reports an error in the first round. */
    private static final class Complaining extends AbstractProcessor {

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!round.processingOver()) {
                processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "no");
            }
            return false;
        }
    }
}
