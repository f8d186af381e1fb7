package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that other processors generate, and models that name what is not generated yet. */
class RoundsTest {

    private static final String GENERATED_MODEL = """
            package rounds;

            import org.initweights.annotation.Ones;
            import org.initweights.annotation.Shape;

            class Part {
                @Shape(3) @Ones float[] weight;
            }
            """;

    private static final String MODEL = """
            package rounds;

            import org.initweights.annotation.Ones;
            import org.initweights.annotation.Shape;

            class Model {
                @Shape(2) @Ones float[] weight;
                final Part part = new Part();

                void initialise() {
                    ModelInit.initWeights(this, 1);
                    PartInit.initWeights(part, 1);
                }
            }
            """;

    @TempDir
    private Path output;

    @TempDir
    private Path sources;

    @Test
    void waitsForModelsThatAreGeneratedInALaterRound() {
        Fixture model = Fixture.write(sources, "Model", MODEL);
        FileCompiler.Result result = FileCompiler.javac("-Xlint:-processing")
                .compile(output, List.of(model), new PartWriter(), new InitWeightsProcessor());
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.generated()).containsKeys("rounds/PartInit.java", "rounds/ModelInit.java");
        assertThat(result.generated().get("rounds/ModelInit.java"))
                .contains("parameters.visit(\"part\", model.part, PartInit::collect);");
    }

    /** What the processor asks of javac must not make it look into a class before the generated one is there. */
    @Test
    void aModelMayUseItsGeneratedClassInALambda() {
        Fixture model = Fixture.write(sources, "Net", """
                package rounds;
                import java.util.*;
                import org.initweights.annotation.*;
                @InitWeights
                public class Net {
                    static class Linear { @Shape(2) @Ones float[] w; }
                    final Linear head = new Linear();
                    final Map<String, Linear> heads = new TreeMap<>(Map.of("a", new Linear()));
                    void print() { NetInit.parameters(this).forEach(p -> System.out.println(p.name())); }
                }
                """);
        FileCompiler.Result result = FileCompiler.javac("-Xlint:-processing").compile(output, List.of(model));
        assertThat(result.diagnostics()).isEmpty();
        assertThat(output.resolve("rounds/Net.class")).exists();
    }

    @Test
    void leavesTypesThatNeverAppearToTheCompiler() {
        Fixture model = Fixture.write(sources, "Model", MODEL);
        FileCompiler.Result result = FileCompiler.javac().compile(output, List.of(model));
        assertThat(result.errors())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.getMessage(null)).contains("cannot find symbol"));
    }

    /** Writes a model in the first round. */
    private static final class PartWriter extends AbstractProcessor {

        private boolean written;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!written) {
                written = true;
                try (Writer file =
                        processingEnv.getFiler().createSourceFile("rounds.Part").openWriter()) {
                    file.write(GENERATED_MODEL);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
