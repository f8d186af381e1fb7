package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The models of {@code good} give the files of {@code expected}, to the letter. With
 * {@code -Dinitweights.updateExpected=src/test/resources/expected} the expected files are written anew, to be reviewed.
 */
class GeneratedSourceTest {

    /** javac warns of the models' own annotations, which no processor can claim by name. */
    private static final String COMPOSED = "-Xlint:-processing";

    @TempDir
    private Path output;

    @Test
    void javacGeneratesTheExpectedFilesWithoutAWarning() throws IOException {
        Compilation compilation = javac(Fixture.in("good"));
        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
        update(generated(compilation));
        assertThat(generated(compilation)).isEqualTo(expected());
    }

    @Test
    void aReviewerSeesWholeLines() {
        expected()
                .forEach((name, content) -> assertThat(content.lines().filter(line -> line.length() > 140))
                        .as(name)
                        .isEmpty());
    }

    @Test
    void theJavadocLacksNothing() throws IOException {
        Compilation compilation = Compiler.javac()
                .withOptions("-Xdoclint:all/protected", COMPOSED)
                .withProcessors(new InitWeightsProcessor())
                .compile(sources(Fixture.in("good")));
        assertThat(compilation.diagnostics())
                .as("the models themselves have no Javadoc")
                .isNotEmpty()
                .noneMatch(message -> message.getSource() != null
                        && message.getSource().getName().endsWith("Init.java"));
    }

    @Test
    void eclipsesCompilerGeneratesTheSameFiles() {
        FileCompiler.Result result = FileCompiler.ecj().compile(output, Fixture.in("good"));
        assertThat(result.errors()).extracting(error -> error.getMessage(null)).isEmpty();
        assertThat(result.generated()).isEqualTo(expected());
    }

    @Test
    void theOrderOfTheSourcesChangesNothing() throws IOException {
        List<Fixture> reversed = new ArrayList<>(Fixture.in("good"));
        Collections.reverse(reversed);
        assertThat(generated(javac(reversed))).isEqualTo(expected());
    }

    private static Compilation javac(List<Fixture> models) {
        return Compiler.javac()
                .withOptions("-Xlint:all", COMPOSED, "-Werror", "--release", "17")
                .withProcessors(new InitWeightsProcessor())
                .compile(sources(models));
    }

    private static List<JavaFileObject> sources(List<Fixture> models) {
        return models.stream()
                .map(model -> JavaFileObjects.forResource("good/" + model.name() + ".java"))
                .toList();
    }

    private static Map<String, String> generated(Compilation compilation) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            sources.put(
                    file.getName().replace("/SOURCE_OUTPUT/", ""),
                    file.getCharContent(false).toString());
        }
        return sources;
    }

    private static Map<String, String> expected() {
        Map<String, String> files = new TreeMap<>();
        Fixture.in("expected").forEach(file -> files.put("good/" + file.name() + ".java", file.content()));
        return files;
    }

    private static void update(Map<String, String> generated) throws IOException {
        String folder = System.getProperty("initweights.updateExpected", "");
        if (!folder.isEmpty()) {
            for (Map.Entry<String, String> file : generated.entrySet()) {
                Files.writeString(
                        Path.of(folder, Path.of(file.getKey()).getFileName().toString()), file.getValue());
            }
        }
    }
}
