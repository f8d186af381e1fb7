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

/** That each public class of the library's modules tells its users what threads may do. */
class ThreadsInJavadocTest {

    /** Where the modules are whose {@code module-info.java} says what is public. */
    private static final Path MODULES = Path.of("..");

    private static final Pattern EXPORTED = Pattern.compile("exports (\\S+);");

    /** With its Javadoc, and the annotations that stand before the class. */
    private static final Pattern PUBLIC_CLASS = Pattern.compile(
            "(/\\*\\*(?:(?!\\*/).)*\\*/)?\\s*(?:@\\w+(?:\\([^)]*\\))?[^\\n]*\\n)*"
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
        for (Path module : modules()) {
            Matcher exported = EXPORTED.matcher(Files.readString(module.resolve("module-info.java")));
            while (exported.find()) {
                try (Stream<Path> files =
                        Files.list(module.resolve(exported.group(1).replace('.', '/')))) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(MODULES)) {
            return folders.map(folder -> folder.resolve("src/main/java"))
                    .filter(sources -> Files.exists(sources.resolve("module-info.java")))
                    .toList();
        }
    }
}
