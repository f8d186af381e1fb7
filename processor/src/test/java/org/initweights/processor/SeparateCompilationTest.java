package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models whose parts come from another compilation. */
class SeparateCompilationTest {

    private static final String PART = """
            package parts;

            import org.initweights.annotation.Ones;
            import org.initweights.annotation.Shape;

            public class Part {
                @Shape(3) @Ones protected float[] weight;
            }
            """;

    private static final String WHOLE = """
            package whole;

            import org.initweights.annotation.InitWeights;
            import parts.Part;

            @InitWeights
            class Whole {
                final Part part = new Part();
            }
            """;

    private static final String SUBCLASS = """
            package whole;

            import org.initweights.annotation.InitWeights;
            import parts.Part;

            @InitWeights
            class Special extends Part {}
            """;

    private static final Processor[] NO_PROCESSORS = {};

    @TempDir
    private Path parts;

    @TempDir
    private Path output;

    @TempDir
    private Path sources;

    @Test
    void callsTheClassThatTheOtherCompilationGenerated() {
        FileCompiler.javac("-Xlint:-processing").compile(parts, List.of(Fixture.write(sources, "Part", PART)));
        FileCompiler.Result result = compileAgainstParts("Whole", WHOLE);
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.generated().get("whole/WholeInit.java")).contains("PartInit::collect");
    }

    @Test
    void refusesASubModelThatWasCompiledWithoutTheProcessor() {
        compilePartWithoutProcessor();
        FileCompiler.Result result = compileAgainstParts("Whole", WHOLE);
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.getLineNumber()).isEqualTo(8);
            assertThat(error.getMessage(null))
                    .isEqualTo(
                            "part: parts.Part was compiled without InitWeights, so it has no PartInit; add the processor to "
                                    + "its build, or @Skip the field [NotProcessed]");
        });
    }

    @Test
    void refusesASuperclassThatWasCompiledWithoutTheProcessor() {
        compilePartWithoutProcessor();
        FileCompiler.Result result = compileAgainstParts("Special", SUBCLASS);
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.getLineNumber()).isEqualTo(7);
            assertThat(error.getMessage(null))
                    .startsWith("Special: parts.Part was compiled without InitWeights")
                    .endsWith("[NotProcessed]");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Shape(3) @Ones protected float[] weight; @Shape(2) @Ones protected float[] b;",
                "@Shape(4) @Ones protected float[] weight;",
                "@Shape(3) @Normal(std = 0.5) protected float[] weight;",
                "@Shape(3) @Normal protected float[] weight;",
                "@Shape(3) protected float[] weight;",
                "@Shape(3) @Ones protected float[] heavy;",
                "@Shape(3) @Ones protected float[] weight; public final Leaf leaf = new Leaf();",
                "static final int WIDTH = 5; @Shape(3) @Ones protected float[] weight;",
                "@Shape(3) @Ones @Slice(value = \"0\", use = Zeros.class) protected float[] weight;",
                "@Shape(3) @Ones @HalfFloat(org.initweights.HalfFormat.BF16) protected short[] weight;",
            })
    void refusesASubModelThatIsNewerThanItsInit(String members) {
        compilePart("@Shape(3) @Ones protected float[] weight;", new InitWeightsProcessor());
        compilePart(members);
        assertThat(compileAgainstParts("Whole", WHOLE).errors()).singleElement().satisfies(error -> {
            assertThat(error.getLineNumber()).isEqualTo(8);
            assertThat(error.getMessage(null))
                    .isEqualTo(
                            "part: PartInit was generated from an older parts.Part; recompile Part with the processor [StaleInit]");
        });
        assertThat(compileAgainstParts("Special", SUBCLASS).errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.getLineNumber()).isEqualTo(7);
                    assertThat(error.getMessage(null))
                            .startsWith("Special: PartInit was generated from an older parts.Part");
                });
    }

    @Test
    void refusesAStaleInitOfAPartOfAPart() {
        String leaf = "package parts; import org.initweights.annotation.*; public class Leaf { %s float[] w; }";
        String part = "package parts; @org.initweights.annotation.InitWeights public class Part { public Leaf leaf; }";
        compileParts(Map.of("Leaf", leaf.formatted("@Shape(3) @Ones"), "Part", part), new InitWeightsProcessor());
        compileParts(Map.of("Leaf", leaf.formatted("@Shape(3) @Zeros")));
        assertThat(compileAgainstParts("Whole", WHOLE).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage(null))
                        .startsWith("part: LeafInit was generated from an older parts.Leaf; recompile Leaf"));
    }

    @Test
    void acceptsChangesThatInitialisationDoesNotDependOn() {
        compilePart("@Shape(3) @Ones protected float[] weight;", new InitWeightsProcessor());
        compilePart(
                "int count; @Deprecated String name; static final String ID = \"part\"; @Shape({3}) @Ones protected float[] weight;"
                        + " int size() { return 3; }");
        assertThat(compileAgainstParts("Whole", WHOLE).errors()).isEmpty();
    }

    static Stream<Arguments> compilers() {
        return Stream.of(FileCompiler.lenient(), FileCompiler.ecj())
                .flatMap(first -> Stream.of(FileCompiler.lenient("-Xlint:none"), FileCompiler.ecj())
                        .map(second -> Arguments.of(first, second)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("compilers")
    void findsEveryInitFreshWhoeverCompiledIt(FileCompiler first, FileCompiler second) {
        for (String folder : List.of("good", "functional")) {
            assertThat(first.compile(parts, Fixture.in(folder)).errors())
                    .extracting(error -> error.getMessage(null))
                    .isEmpty();
        }
        List<String> models = models(parts);
        assertThat(models).hasSizeGreaterThan(40);
        String holder = models.stream()
                .map(model -> "@InitWeights class H" + models.indexOf(model) + " { final " + model + " m = null; }\n")
                .collect(Collectors.joining());
        for (String name : List.of("good", "functional")) {
            String source = "package " + name + "; import org.initweights.annotation.*;\n"
                    + holder.lines()
                            .filter(line -> line.contains("final " + name + "."))
                            .collect(Collectors.joining("\n"));
            FileCompiler.Result result =
                    second.withClassPath(parts).compile(output, List.of(Fixture.write(sources, "Holder", source)));
            assertThat(result.errors())
                    .extracting(error -> error.getMessage(null))
                    .filteredOn(message -> message.contains("[StaleInit]"))
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("compilers")
    void visitsInnerClassesOfGenericOnes(FileCompiler first, FileCompiler second) {
        String outer = "package parts; import org.initweights.annotation.*;"
                + " public class Outer<T> { @Shape(2) @Ones public float[] a; public class Inner { @Shape(3) @Ones public float[] b; } }";
        assertThat(first.compile(parts, List.of(Fixture.write(sources, "Outer", outer)))
                        .errors())
                .isEmpty();
        String whole = "package whole; import org.initweights.annotation.*; import parts.Outer;"
                + " @InitWeights public class Whole { public Outer<String>.Inner one;"
                + " public java.util.List<Outer<?>.Inner> many; public Outer<Integer> outer; }";
        assertThat(second.withClassPath(parts)
                        .compile(output, List.of(Fixture.write(sources, "Whole", whole)))
                        .errors())
                .extracting(error -> error.getMessage(null))
                .isEmpty();
    }

    private static List<String> models(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(file -> file.matches("\\w+/\\w+Init\\.class"))
                    .map(file ->
                            file.replace("Init.class", "").replace('/', '.').replace('_', '.'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compilePart(String members, Processor... processors) {
        compileParts(
                Map.of(
                        "Part",
                        "package parts; import org.initweights.annotation.*; public class Part { " + members + " }",
                        "Leaf",
                        "package parts; import org.initweights.annotation.*; public class Leaf { @Shape(3) @Ones float[] w; }"),
                processors);
    }

    private void compileParts(Map<String, String> classes, Processor... processors) {
        List<Fixture> fixtures = new ArrayList<>();
        classes.forEach((name, source) -> fixtures.add(Fixture.write(sources, name, source)));
        FileCompiler compiler = FileCompiler.lenient().withClassPath(parts);
        assertThat(compiler.compile(parts, fixtures, processors).errors()).isEmpty();
    }

    private void compilePartWithoutProcessor() {
        FileCompiler.javac().compile(parts, List.of(Fixture.write(sources, "Part", PART)), NO_PROCESSORS);
    }

    private FileCompiler.Result compileAgainstParts(String name, String source) {
        return FileCompiler.javac(
                        "-Xlint:-processing", "-cp", parts + System.getProperty("path.separator") + classPath())
                .compile(output, List.of(Fixture.write(sources, name, source)));
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
