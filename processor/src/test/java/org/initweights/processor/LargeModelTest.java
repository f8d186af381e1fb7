package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models whose initialisation would not fit into one method of a class file. */
class LargeModelTest {

    @TempDir
    private Path output;

    @TempDir
    private Path sources;

    @Test
    void splitsTheDeclarationOfManyParametersIntoParts() {
        String fields = IntStream.range(0, 2000)
                .mapToObj(i -> "    @Shape(dims = \"width, " + (i + 2) + "\") @KaimingNormal float[] weight" + i + ";")
                .collect(Collectors.joining("\n"));
        Fixture model = Fixture.write(
                sources,
                "Large",
                "package large;\n\nimport org.initweights.annotation.*;\n\nclass Large {\n    final int width = Integer.getInteger(\"width\", 2);\n"
                        + fields + "\n}\n");

        FileCompiler.Result result = FileCompiler.javac("-Xlint:-processing").compile(output, List.of(model));

        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.generated().get("large/LargeInit.java"))
                .contains("collectPart1(model, parameters);", "collectPart2(model, parameters);", "\"weight1999\"")
                .doesNotContain("collectPart0");
    }
}
