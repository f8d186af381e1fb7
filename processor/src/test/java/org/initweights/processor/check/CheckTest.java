package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every check runs. */
class CheckTest {

    private static final Path SOURCES = Path.of("src/main/java/org/initweights/processor/check");

    @Test
    void allAreInTheList() throws IOException {
        List<String> written;
        try (Stream<Path> files = Files.list(SOURCES)) {
            written = files.filter(file -> isCheck(file))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
        }
        assertThat(Check.ALL)
                .extracting(check -> check.getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(written);
    }

    private static boolean isCheck(Path file) {
        try {
            return Files.readString(file).contains(" implements Check ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
