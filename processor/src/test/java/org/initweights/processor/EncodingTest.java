package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The encoding and the language of a compilation change neither plans, nor class files, nor the characters of generated sources. Each
 * compiler runs in a virtual machine of its own, as on a machine with that locale.
 */
class EncodingTest {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    /** What every encoding of these tests has, and what the generated comments add to it: √, →, ±. */
    private static final String MODEL = """
            package a;

            import org.initweights.annotation.*;

            public class Net {
                final int größe = Integer.parseInt("3");
                @Shape(dims = "größe, 2") @KaimingNormal float[] gewichtÄ;
                @Shape({20000, 64}) @KaimingUniform float[] weight;
                @Shape(dims = "größe") @Normal @Formula(std = "0.5 / sqrt(größe)") float[] other;
            }
            """;

    @TempDir
    private Path folder;

    static Stream<Arguments> settings() {
        return Stream.of(
                arguments("javac", "ISO-8859-1", List.of()),
                arguments("javac", "windows-1252", List.of("-Duser.language=tr", "-Duser.country=TR")),
                arguments(
                        "javac",
                        "UTF-16",
                        List.of("-Dfile.encoding=US-ASCII", "-Duser.language=ar", "-Duser.country=EG")),
                arguments(
                        "javac",
                        "US-ASCII",
                        List.of("-Duser.language=hi", "-Duser.country=IN", "-Duser.extensions=u-nu-deva")),
                arguments(
                        "ecj",
                        "ISO-8859-1",
                        List.of("-Dfile.encoding=ISO-8859-1", "-Duser.language=fa", "-Duser.country=IR")));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void changeNothing(String compiler, String encoding, List<String> machine)
            throws IOException, InterruptedException {
        String model = encoding.equals("US-ASCII")
                ? MODEL.replace("ö", "\\u00f6").replace("ß", "\\u00df").replace("Ä", "\\u00c4")
                : MODEL;
        Map<String, String> usual = compile(compiler, "UTF-8", List.of("-Dfile.encoding=UTF-8"), MODEL, "usual");
        Map<String, String> other = compile(compiler, encoding, machine, model, "other");
        assertThat(usual.get("a/NetInit.java")).contains("√2 → bound", "U(±0.3062)", "gewichtÄ", "größe · 2");
        assertThat(other).isEqualTo(usual);
    }

    /** The files that a compilation leaves: class files and plans byte by byte, sources by their characters as Java reads them. */
    private Map<String, String> compile(
            String compiler, String encoding, List<String> machine, String model, String name)
            throws IOException, InterruptedException {
        Path output = Files.createDirectories(folder.resolve(name));
        Path source = Files.writeString(folder.resolve("Net.java"), model, Charset.forName(encoding));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(machine);
        String classPath = System.getProperty("java.class.path");
        command.addAll(List.of("-cp", classPath));
        command.add(
                compiler.equals("ecj") ? "org.eclipse.jdt.internal.compiler.batch.Main" : "com.sun.tools.javac.Main");
        command.addAll(List.of(
                "-encoding",
                encoding,
                "-cp",
                classPath,
                "-d",
                output.toString(),
                "-s",
                output.toString(),
                "-processor"));
        command.add(InitWeightsProcessor.class.getName());
        command.addAll(compiler.equals("ecj") ? List.of("-17", "-proceedOnError:Fatal") : List.of("--release", "17"));
        command.add(source.toString());
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> text(log)).isZero();
        Charset written = compiler.equals("ecj") ? defaultCharset(machine) : Charset.forName(encoding);
        return files(output, written);
    }

    private static Charset defaultCharset(List<String> machine) {
        return machine.stream()
                .filter(option -> option.startsWith("-Dfile.encoding="))
                .map(option -> Charset.forName(option.substring(option.indexOf('=') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> files(Path output, Charset encoding) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(output)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                files.put(
                        output.relativize(file).toString(),
                        file.toString().endsWith(".java")
                                ? unescaped(new String(bytes, encoding))
                                : Arrays.toString(bytes));
            }
        }
        return files;
    }

    private static String unescaped(String source) {
        return ESCAPE.matcher(source)
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    private static String text(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
