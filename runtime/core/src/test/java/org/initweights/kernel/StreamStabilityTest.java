package org.initweights.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bits of the seeded streams are those of {@code streams.txt}, however HotSpot runs the kernels, and on every JDK. */
class StreamStabilityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+TieredCompilation",
                "-Xint",
                "-XX:TieredStopAtLevel=1",
                "-XX:-TieredCompilation",
                "-XX:UseAVX=0",
                "-XX:UseAVX=1",
                "-XX:UseAVX=2",
                "-XX:UseAVX=3",
                "-XX:-UseSuperWord",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=7",
            })
    void bitsAreTheSame(String option) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // The option for vector instructions is there on x86 alone.
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        option,
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + classes(),
                        StreamDigests.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        List<String> digests = new ArrayList<>(printed.lines().toList());
        digests.removeIf(line -> line.contains("warning"));
        assertThat(digests).containsExactlyElementsOf(expected());
    }

    private static List<String> expected() throws IOException {
        return new String(
                        StreamStabilityTest.class
                                .getResourceAsStream("/golden/streams.txt")
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** Where tests run on the module path, the class path lacks them. */
    private static String classes() throws Exception {
        return location(StreamDigests.class) + File.pathSeparator + location(CounterSampler.class);
    }

    private static String location(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
