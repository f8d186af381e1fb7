package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that use what the compiler only previews. */
class PreviewTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsGeneratedHasNoWarning() {
        FileCompiler compiler = FileCompiler.lenient(
                "-Xlint:all,-processing",
                "--enable-preview",
                "--release",
                Integer.toString(Runtime.version().feature()));
        FileCompiler.Result result = compiler.compile(folder, List.of(Fixture.write(folder, "Net", """
                import org.initweights.annotation.*;

                public class Net {
                    final Object config = Integer.valueOf(3);
                    @Shape(dims = "size(), 2") @Normal float[] weight;
                    int size() { return switch (config) { case Integer i -> i; case String s -> s.length(); default -> 0; }; }
                    static class Part { @Shape(3) @Ones float[] w; }
                    final Part part = new Part();
                }
                """)));
        assertThat(result.success()).isTrue();
        assertThat(result.generated()).containsKeys("NetInit.java", "Net_PartInit.java");
        assertThat(result.diagnostics())
                .filteredOn(diagnostic -> diagnostic.getSource() != null
                        && diagnostic.getSource().getName().endsWith("Init.java"))
                .extracting(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .isEmpty();
    }
}
