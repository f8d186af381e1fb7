package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stages of the processor keep to themselves: what the sources of each may name. */
class StagesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/initweights/processor");
    private static final String COMPILER = "javax.lang.model|javax.annotation.processing|javax.tools|com.sun";
    private static final String WRITER = "com.palantir.javapoet";

    @ParameterizedTest
    @CsvSource({
        "name, " + COMPILER + "|" + WRITER + "|org.initweights.processor.model|org.initweights.processor.expression",
        "expression, " + COMPILER + "|" + WRITER + "|org.initweights.processor.model",
        "model, " + COMPILER + "|" + WRITER + "|org.initweights.processor.(read|resolve|check|write|report)",
        "read, " + WRITER + "|org.initweights.processor.(resolve|check|write)",
        "resolve, " + COMPILER + "|" + WRITER + "|org.initweights.processor.(read|check|write|report)",
        "check, " + COMPILER + "|" + WRITER + "|org.initweights.processor.(read|write)",
        "write, com.sun|org.initweights.processor.(read|check|report)",
    })
    void namesNothingOfOtherStages(String stage, String forbidden) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(SOURCES.resolve(stage))) {
            files = found.filter(Files::isRegularFile).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern("\\b(" + forbidden + ")\\b");
        }
    }
}
