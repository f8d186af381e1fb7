package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.initweights.Parameters;
import org.initweights.processor.random.Jdks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar of the processor, as users have it, on both kinds of processor paths. */
class ProcessorJarIT {

    private static final String JAR = System.getProperty("initweights.processor.jar");

    @TempDir
    private Path folder;

    /** Whoever names the test before the jar is built does not run it. */
    @BeforeEach
    void needsTheJar() {
        assumeThat(Path.of(JAR)).exists();
    }

    static List<Path> compilers() {
        return Jdks.compilers();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void runsAsAModule(Path javac) throws Exception {
        assertThat(compile(javac, "--processor-module-path", JAR + File.pathSeparator + core()))
                .isEmpty();
        assertThat(folder.resolve("a/NetInit.class")).exists();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void runsOnAClassPath(Path javac) throws Exception {
        assertThat(compile(javac, "--processor-path", JAR + File.pathSeparator + core()))
                .isEmpty();
        assertThat(folder.resolve("a/NetInit.class")).exists();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void saysThatTheLibraryIsMissing(Path javac) throws Exception {
        assertThat(compile(javac, "--processor-module-path", JAR))
                .contains("Module org.initweights not found, required by org.initweights.processor");
        assertThat(compile(javac, "--processor-path", JAR))
                .contains("is initweights-core, of the same version as the processor, on the processor path too?");
    }

    @Test
    void hasANameAlsoForToolsThatDoNotReadModules() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("org.initweights.processor");
            assertThat(jar.stream().map(Object::toString)).contains("META-INF/versions/17/module-info.class");
        }
    }

    private static String core() throws Exception {
        return Path.of(Parameters.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }

    /** What the compiler says of a class, all warnings being errors. */
    private String compile(Path javac, String... processors) throws Exception {
        Path file = Files.createDirectories(folder.resolve("a")).resolve("Net.java");
        Files.writeString(file, """
                package a;
                import org.initweights.*;
                import org.initweights.annotation.*;
                import org.initweights.recipe.*;

                public class Net {
                    final int hidden = Integer.parseInt("3");
                    @Shape(dims = "4 * hidden, 2") @TorchDefault(Layer.LSTM) float[] weight;
                    @Shape(dims = "4 * hidden") @Zeros @ForgetGateBias float[] bias;
                    @Shape(dims = "hidden") @Normal @Formula(std = "1 / sqrt(2 * rows)") float[] other;
                    @Shape({3, 4}) @KaimingNormal @Slice(value = "0", use = Zeros.class) float[] rows;
                    @InitWeights @InitRule(param = "**.other", use = Ones.class) static class Model { final Net net = new Net(); }
                }
                """);
        List<String> command = new ArrayList<>(List.of(
                javac.toString(), "-Xlint:all", "-Werror", "-cp", core(), "-d", folder.toString(), file.toString()));
        Stream.of(processors).forEach(command::add);
        Path output = folder.resolve("output");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String said = Files.readString(output);
        assertThat(code == 0).describedAs(said).isEqualTo(said.isEmpty());
        return said;
    }
}
