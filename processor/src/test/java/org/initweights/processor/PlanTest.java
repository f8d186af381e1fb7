package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plans of the models of {@code good}, as files in {@code plans}. They are updated as the expected sources are. */
class PlanTest {

    @TempDir
    private Path output;

    @Test
    void javacWritesThePlanOfEachModel() throws IOException {
        FileCompiler.javac("-Xlint:-processing").compile(output, Fixture.in("good"));
        Map<String, String> plans = plans(output.resolve("META-INF/initweights"));
        update(plans);
        assertThat(plans).isEqualTo(plans(Fixture.folder("plans")));
    }

    @Test
    void eclipsesCompilerWritesTheSamePlans() throws IOException {
        FileCompiler.ecj().compile(output, Fixture.in("good"));
        assertThat(plans(output.resolve("META-INF/initweights"))).isEqualTo(plans(Fixture.folder("plans")));
    }

    @Test
    void whatItWritesIsAPlanOfTheModel() throws IOException {
        FileCompiler.javac("-Xlint:-processing").compile(output, Fixture.in("good"));
        Path folder = output.resolve("META-INF/initweights");
        TensorShape weight = TensorShape.of(10, 20);

        Parameters linear = Plan.read(folder.resolve("good.Linear.json"), Map.of("out", 10L, "in", 20L))
                .parameters();

        assertThat(linear).extracting(Parameter::name).containsExactly("weight", "bias");
        assertThat(linear.get("weight").fill())
                .isEqualTo(Initializers.torchDefault(Layer.LINEAR).resolve(weight));
        assertThat(linear.get("bias").fill())
                .isEqualTo(Initializers.torchDefault(Layer.LINEAR, weight).resolve(TensorShape.of(10)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(folder.resolve("good.Everything.json")))
                .withMessageContaining("own: how it starts is known only when the model is built");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(folder.resolve("good.Net.json")))
                .withMessageContaining("layers.*: how many sub-models there are is known only when the model is built");
    }

    private static Map<String, String> plans(Path folder) throws IOException {
        Map<String, String> plans = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> plans.put(file.getFileName().toString(), read(file)));
        }
        return plans;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void update(Map<String, String> plans) throws IOException {
        String folder = System.getProperty("initweights.updateExpected", "");
        for (Map.Entry<String, String> plan :
                folder.isEmpty() ? Map.<String, String>of().entrySet() : plans.entrySet()) {
            Files.writeString(Path.of(folder).resolveSibling("plans").resolve(plan.getKey()), plan.getValue());
        }
    }
}
