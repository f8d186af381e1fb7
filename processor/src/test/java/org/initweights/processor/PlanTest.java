package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void conditionsAndGroupsAreGivenLikeSizes() throws IOException {
        Fixture conv = Fixture.write(output, "Conv", """
                package good;
                import org.initweights.annotation.*;
                class Conv {
                    int in, out, groups; boolean hasBias; @interface Nullable {}
                    @Shape(dims = "out, in / groups, 3", groupsOf = "groups") @XavierNormal float[] weight;
                    @Shape(dims = "out", onlyIf = "hasBias") @Ones float[] bias;
                    static final boolean OFF = false;
                    @Shape(value = 3, onlyIf = "OFF") @Ones float[] never;
                    @Shape(value = {4, 2, 3}, inAxes = 0, outAxes = {1, 2}) @LecunNormal float[] axes;
                }
                """);
        FileCompiler.javac("-Xlint:-processing").compile(output, List.of(conv));
        Path file = output.resolve("META-INF/initweights/good.Conv.json");

        Parameters with = Plan.read(file, Map.of("in", 8L, "out", 4L, "groups", 2L, "hasBias", 1L))
                .parameters();
        assertThat(with).extracting(Parameter::name).containsExactly("weight", "bias", "axes");
        assertThat(with.get("weight").shape()).isEqualTo(TensorShape.of(4, 4, 3).withGroups(2));
        assertThat(with.get("weight").fill())
                .isEqualTo(Initializers.xavierNormal(1)
                        .resolve(TensorShape.of(4, 4, 3).withGroups(2)));
        assertThat(with.get("axes").shape().fans().fanIn()).isEqualTo(4);
        assertThat(Plan.read(file, Map.of("in", 8L, "out", 4L, "groups", 2L, "hasBias", 0L))
                        .parameters())
                .extracting(Parameter::name)
                .containsExactly("weight", "axes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(file, Map.of("in", 8L, "out", 4L, "groups", 2L)))
                .withMessageContaining(
                        "bias: there only if \"hasBias\", which is not known while a plan is read; give it like a"
                                + " size, \"hasBias\", as 1 if it is true and 0 if it is false");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(file, Map.of("in", 7L, "out", 4L, "groups", 2L, "hasBias", 2L)))
                .withMessageContaining("\"in / groups\" divides 7 / 2, which leaves 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(file, Map.of("in", 8L, "out", 4L, "groups", 2L, "hasBias", 2L)))
                .withMessageContaining("which is given as 2; give 1 if it is true and 0 if it is false");
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
