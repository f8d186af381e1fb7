package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        Compiler.Result result = Compiler.javac(COMPOSED).compile(output, Fixture.in("good"));
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.success()).isTrue();
        update(result.generated());
        assertThat(result.generated()).isEqualTo(expected());
    }

    @Test
    void eclipsesCompilerGeneratesTheSameFiles() {
        Compiler.Result result = Compiler.ecj().compile(output, Fixture.in("good"));
        assertThat(result.errors()).extracting(error -> error.getMessage(null)).isEmpty();
        assertThat(result.generated()).isEqualTo(expected());
    }

    @Test
    void theOrderOfTheSourcesChangesNothing(@TempDir Path other) {
        List<Fixture> reversed = new ArrayList<>(Fixture.in("good"));
        Collections.reverse(reversed);
        assertThat(Compiler.javac(COMPOSED).compile(other, reversed).generated())
                .isEqualTo(expected());
    }

    private static Map<String, String> expected() {
        Map<String, String> files = new TreeMap<>();
        Fixture.in("expected").forEach(file -> files.put("good/" + file.name() + ".java", file.content()));
        return files;
    }

    private static void update(Map<String, String> generated) throws IOException {
        String folder = System.getProperty("initweights.updateExpected");
        if (folder != null) {
            for (Map.Entry<String, String> file : generated.entrySet()) {
                Files.writeString(
                        Path.of(folder, Path.of(file.getKey()).getFileName().toString()), file.getValue());
            }
        }
    }
}
