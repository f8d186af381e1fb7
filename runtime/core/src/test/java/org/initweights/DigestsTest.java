package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs with which users check parity print the digests that stand beside them, which PyTorch and JAX print too. */
class DigestsTest {

    private static final Path PROGRAMS = Path.of("..", "docs", "parity");

    @ParameterizedTest
    @CsvSource({"TorchDigests.java, torch_digests.txt", "JaxDigests.java, jax_digests.txt"})
    void printsTheDigests(String program, String expected) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes(),
                        PROGRAMS.resolve(program).toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(printed.lines()).containsExactlyElementsOf(digests(expected));
        assertThat(process.waitFor()).isZero();
    }

    private static Iterable<String> digests(String file) throws IOException {
        return Files.readAllLines(PROGRAMS.resolve(file));
    }

    private static String classes() throws URISyntaxException {
        return Path.of(RandomSource.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }
}
