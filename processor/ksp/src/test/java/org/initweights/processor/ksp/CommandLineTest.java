package org.initweights.processor.ksp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** KSP runs from its command line, and tells more of a Kotlin class than kapt's stub does: what a front end could be built on. */
class CommandLineTest {

    @Test
    void tellsEachPropertyAsKotlinDeclaresIt(@TempDir Path output) throws IOException {
        List<String> lines = run(output).lines().toList();
        assertThat(lines)
                .anyMatch(line -> line.endsWith("Net.kt:6: inConstructor: FloatArray? []"))
                .anyMatch(line -> line.endsWith("Net.kt:7: late: FloatArray [LATEINIT]"))
                .anyMatch(line -> line.endsWith("Net.kt:8: hidden: FloatArray [PRIVATE]"))
                .anyMatch(line -> line.endsWith("Net.kt:9: final: FloatArray []"))
                .anyMatch(line -> line.endsWith("Net.kt:10: ofModule: FloatArray [INTERNAL, LATEINIT]"));
    }

    private static String run(Path output) throws IOException {
        String classPath = System.getProperty("java.class.path");
        String jars = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> entry.contains("kotlin-stdlib") || entry.contains("core"))
                .collect(Collectors.joining(File.pathSeparator));
        String tests = Path.of("target/test-classes").toAbsolutePath().toString();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "com.google.devtools.ksp.cmdline.KSPJvmMain",
                        "-jvm-target=17",
                        "-module-name=models",
                        "-source-roots=" + Path.of("src/test/kotlin-models").toAbsolutePath(),
                        "-project-base-dir=" + output,
                        "-output-base-dir=" + output,
                        "-caches-dir=" + output.resolve("caches"),
                        "-class-output-dir=" + output.resolve("classes"),
                        "-kotlin-output-dir=" + output.resolve("kotlin"),
                        "-java-output-dir=" + output.resolve("java"),
                        "-resource-output-dir=" + output.resolve("resources"),
                        "-language-version=2.2",
                        "-api-version=2.2",
                        "-libraries=" + jars,
                        tests)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
