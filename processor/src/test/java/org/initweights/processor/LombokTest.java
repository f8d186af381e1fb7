package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.initweights.processor.random.Jdks;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models whose accessors Lombok makes, with Lombok before us and after us among the processors. */
class LombokTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    private Path folder;

    private enum Order {
        LOMBOK_FIRST,
        LOMBOK_LAST,
        NO_LOMBOK
    }

    static Stream<Arguments> orders() {
        return Jdks.compilers().stream()
                .flatMap(javac ->
                        Stream.of(Order.LOMBOK_FIRST, Order.LOMBOK_LAST).map(order -> Arguments.of(javac, order)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void reachesFieldsThroughWhatLombokMakes(Path javac, Order order) throws IOException, InterruptedException {
        String output = compile(javac, order, """
                @Value
                public class Net {
                    int hidden = Integer.parseInt("3");
                    Config config = new Config();
                    @Shape(dims = "hidden, config.width") @Normal float[] w = new float[12];
                    @NonFinal @Shape(3) @Ones float[] open;
                    @PackagePrivate @Shape(3) @Ones float[] near = new float[3];

                    @Data static class Config { private int width = 4; }

                    @Data static class Both {
                        private int hidden = 3;
                        @Shape(dims = "hidden, 2") @Normal private float[] w;
                        @Shape(2) @Normal float[] v;
                    }

                    static class Single {
                        @Getter private final int hidden = Integer.parseInt("3");
                        @Getter @Setter @Shape(dims = "hidden, 2") @Normal private float[] w;
                        @Getter @Shape(3) @Ones private final float[] given = new float[3];
                        @Getter(AccessLevel.PACKAGE) @Setter(AccessLevel.PROTECTED) @Shape(3) @Ones private float[] near;
                        @Getter @Setter @Accessors(fluent = true, chain = true) @Shape(3) @Ones private float[] fluent;
                    }

                    @FieldDefaults(level = AccessLevel.PRIVATE) @Getter @Setter
                    static class Defaults { @Shape(3) @Ones float[] w; @Shape(3) @Ones public float[] v; }

                    @FieldDefaults(makeFinal = true, level = AccessLevel.PRIVATE) @Getter
                    static class Finals { @Shape(3) @Ones float[] w = new float[3]; }

                    @Getter @AllArgsConstructor
                    static class Constructed { @Shape(3) @Ones private float[] w; }

                    @Getter @Setter @Accessors(fluent = true)
                    static class Parent { final Both both = new Both(); private Both other = new Both(); }

                    @InitWeights @Data
                    static class Holder { private final Both both = new Both(); private Both[] more = {}; }
                }
                """);
        assertThat(output).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void findsOutWhatLombokIsConfiguredToMake(Path javac, Order order) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("lombok.config"), "lombok.accessors.fluent = true\n");
        String output = compile(javac, order, """
                @Data
                public class Net {
                    @Shape(3) @Ones private float[] w;
                }
                """);
        if (order == Order.LOMBOK_FIRST) {
            assertThat(output).isEmpty();
        } else {
            assertThat(output)
                    .contains(
                            "Net.java:7: error: Net: Lombok has not made getW(), setW(), which its annotations promise; is it"
                                    + " among the processors? If it is, name it before InitWeights,")
                    .contains("[LombokAccessors]")
                    .contains("1 error");
        }
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void saysThatLombokIsMissing(Path javac) throws IOException, InterruptedException {
        assertThat(compile(javac, Order.NO_LOMBOK, """
                @Getter
                public class Net {
                    @Setter @Shape(3) @Ones private float[] w;
                    @Getter(AccessLevel.NONE) @Setter @Shape(3) @Ones private float[] none;
                }
                """))
                .contains("none: private in a.Net and without getter")
                .contains("1 error");
        assertThat(compile(javac, Order.NO_LOMBOK, """
                @Getter
                public class Net {
                    @Setter @Shape(3) @Ones private float[] w;
                }
                """))
                .contains("Net: Lombok has not made getW(), setW()")
                .contains("1 error");
    }

    static List<Path> compilers() {
        return Jdks.compilers();
    }

    /** What the compiler says of a class, all warnings being errors. */
    private String compile(Path javac, Order order, String source) throws IOException, InterruptedException {
        Path file = Files.createDirectories(folder.resolve("a")).resolve("Net.java");
        Files.writeString(file, """
                package a;
                import lombok.*;
                import lombok.experimental.*;
                import org.initweights.annotation.*;

                """ + source);
        String lombok = entries(true);
        String others = entries(false);
        List<String> command = new ArrayList<>(List.of(
                javac.toString(),
                "-Xlint:all,-processing",
                "-Werror",
                "-cp",
                CLASS_PATH,
                "-d",
                folder.toString(),
                "-processorpath",
                switch (order) {
                    case LOMBOK_FIRST -> lombok + File.pathSeparator + others;
                    case LOMBOK_LAST -> others + File.pathSeparator + lombok;
                    case NO_LOMBOK -> others;
                }));
        command.add(file.toString());
        Path output = folder.resolve("output");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        // A newer JVM has something to say of Lombok itself.
        String said = Files.readString(output)
                .lines()
                .filter(line -> !line.startsWith("WARNING: "))
                .map(line -> line + "\n")
                .reduce("", String::concat);
        assertThat(code == 0).describedAs(said).isEqualTo(said.isEmpty());
        return said;
    }

    private static String entries(boolean ofLombok) {
        return Stream.of(CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> Path.of(entry).getFileName().toString().startsWith("lombok-") == ofLombok)
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }
}
