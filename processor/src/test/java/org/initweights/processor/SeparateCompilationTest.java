package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
