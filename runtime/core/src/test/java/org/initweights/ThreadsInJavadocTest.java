package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That each public class tells its users what threads may do. */
class ThreadsInJavadocTest {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern EXPORTED = Pattern.compile("exports (\\S+);");

    /** With its Javadoc, and what stands before the class: annotations of one line each. */
    private static final Pattern PUBLIC_CLASS = Pattern.compile(
            "(/\\*\\*(?:(?!\\*/).)*\\*/)?\\s*(?:@\\w[^\\n]*\\n)*"
                    + "^public (?:(?:abstract|final|sealed|non-sealed|strictfp) )*(?:class|interface) (\\w+)([^{]*)\\{",
            Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void eachPublicClassSaysWhatThreadsMayDo() throws IOException {
        List<String> classes = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (Path source : exportedSources()) {
            Matcher found = PUBLIC_CLASS.matcher(Files.readString(source));
            if (found.find() && !found.group(2).endsWith("Exception")) {
                classes.add(found.group(2));
                if (found.group(1) == null || !found.group(1).contains("hread")) {
                    silent.add(found.group(2));
                }
            }
        }
        assertThat(silent).as("classes whose Javadoc says nothing of threads").isEmpty();
        assertThat(classes)
                .hasSizeGreaterThan(25)
                .contains("Execution", "Fill", "RandomSource", "Checkpoint", "InitReport", "TensorType");
    }

    private static List<Path> exportedSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        Matcher exported = EXPORTED.matcher(Files.readString(SOURCES.resolve("module-info.java")));
        while (exported.find()) {
            try (Stream<Path> files =
                    Files.list(SOURCES.resolve(exported.group(1).replace('.', '/')))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
