package org.initweights.internal.draw.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bits of the seeded streams are those of {@code streams.txt}, however HotSpot runs the kernels, and on every JDK. */
class StreamStabilityTest {

    private static final Pattern OPERATION = Pattern.compile(" jdk\\.incubator\\.vector\\.FloatVector\\$F\\w+Op ");

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
                "-XX:-UseFMA",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=7",
                "--add-modules=jdk.incubator.vector -Dinitweights.vectors=always",
                "--add-modules=jdk.incubator.vector -Dinitweights.vectors=always -XX:UseAVX=2",
            })
    void bitsAreTheSame(String options) throws Exception {
        assertThat(java(StreamDigests.class, options)).containsExactlyElementsOf(expected());
    }

    @ParameterizedTest
    @CsvSource({
        "-Dinitweights.vectors=always, no vectors then no vectors",
        "--add-modules=jdk.incubator.vector, no vectors then vectors",
        "--add-modules=jdk.incubator.vector -Dinitweights.vectors=always, vectors then vectors",
        "--add-modules=jdk.incubator.vector -Dinitweights.vectors=never, no vectors then no vectors",
        "--add-modules=jdk.incubator.vector -Dinitweights.vectors=always -XX:-UseFMA, no vectors then no vectors",
        "--add-modules=jdk.incubator.vector -Dinitweights.vectors=always -Xint, no vectors then no vectors",
        "--add-modules=jdk.incubator.vector -Dinitweights.vectors=always -XX:TieredStopAtLevel=1, no vectors then no vectors",
    })
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void vectorsAreUsedWhereTheyWin(String options, String used) throws Exception {
        List<String> output = java(VectorsInUse.class, "-Xlog:class+load " + options);
        int first = output.indexOf(VectorsInUse.FIRST);
        int last = output.indexOf(VectorsInUse.LAST);
        assertThat(first).isPositive();
        assertThat(last).isGreaterThan(first);

        assertThat(vectors(output.subList(0, first)) + " then " + vectors(output.subList(0, last)))
                .isEqualTo(used);
    }

    /** The JDK loads its operations of vectors when they are used for the first time, and its kinds of vectors when it is asked for them. */
    private static String vectors(List<String> loaded) {
        return loaded.stream().anyMatch(OPERATION.asPredicate()) ? "vectors" : "no vectors";
    }

    private static List<String> java(Class<?> program, String options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The option for vector instructions is there on x86 alone.
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.addAll(List.of(options.split(" ")));
        command.add("-cp");
        command.add(System.getProperty("java.class.path") + File.pathSeparator + classes());
        command.add(program.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return printed.lines()
                .filter(line -> !line.toLowerCase(Locale.ROOT).contains("warning"))
                .toList();
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
