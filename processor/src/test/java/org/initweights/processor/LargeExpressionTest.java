package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions too large to be read are one error at their place, wherever expressions stand. */
class LargeExpressionTest {

    private static final String MODEL = """
            import org.initweights.Fill;
            import org.initweights.Initializer;
            import org.initweights.TensorShape;
            import org.initweights.annotation.*;

            class Model {
                @Dim(divides = "TEXT") final int n = Integer.parseInt("3");
                @Shape(dims = "n, TEXT") @Ones float[] size;
                @Shape({4, 4}) @Normal @Formula(std = "TEXT") float[] formula;
                @Shape({4, 4}) @Normal @Slice(value = "TEXT", use = Ones.class) float[] slice;
                @Shape({4, 4}) @Own(scale = 1) float[] own;
                @Shape({4, 4}) @InitWith(value = Mine.class, args = "TEXT") float[] mine;

                @Normal @Formula(std = "TEXT") @interface Own { double scale(); }

                record Mine(double std) implements Initializer {
                    @Override
                    public Fill resolve(TensorShape shape) {
                        throw new UnsupportedOperationException();
                    }
                }
            }
            """;

    @TempDir
    private Path output;

    @TempDir
    private Path sources;

    static Stream<String> large() {
        return Stream.of(
                "(".repeat(10_000) + "1" + ")".repeat(10_000),
                "1" + "+1".repeat(12_000),
                "1" + "+n".repeat(12_000),
                "-".repeat(20_000) + "1");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("large")
    void isOneErrorAtEachPlace(String text) {
        Fixture model = Fixture.write(sources, "Model", MODEL.replace("TEXT", text));
        assertRefused(FileCompiler.lenient().compile(output, List.of(model)));
        assertRefused(FileCompiler.ecj().compile(output, List.of(model)));
    }

    private static void assertRefused(FileCompiler.Result result) {
        assertThat(result.errors())
                .allSatisfy(error -> assertThat(error.getMessage(null))
                        .doesNotContain("\n")
                        .hasSizeLessThan(250)
                        .endsWith("[ExpressionSize]"))
                .extracting(error -> error.getLineNumber())
                .containsExactlyInAnyOrder(7L, 8L, 9L, 10L, 11L, 12L);
    }
}
