package org.initweights.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.initweights.Fill;
import org.initweights.Optimizer;
import org.initweights.Parameter;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.io.Checkpoint;
import org.initweights.io.CheckpointTensor;
import org.junit.jupiter.api.Assertions;

/**
 * Plans: what is read is JSON, is written and read again as the same, and if it is small, it is initialised by each source to numbers
 * within the bounds of its fills.
 */
class PlanFuzzTest {

    private static final Path FOLDER = Scratch.folder();
    private static final Path FILE = FOLDER.resolve("plan.json");
    private static final Path AGAIN = FOLDER.resolve("again.json");
    private static final Path CHECKPOINTS = Scratch.folder();
    private static final Path CHECKPOINT = CHECKPOINTS.resolve("model.safetensors");
    private static final Map<String, Long> SIZES = Map.of("in", 6L, "out", 4L, "hidden", 8L, "bias", 1L);
    private static final int FEW = 1 << 9;

    /** What is drawn is rounded to the type that it is stored as. */
    private static final double ROUNDING = 1 + 1.0 / 128;

    @FuzzTest
    @DictionaryEntries({
        "\"initweightsPlan\": 1",
        "\"parameters\": [",
        "\"name\": \"w\"",
        "\"shape\": [4, 6]",
        "\"dtype\": \"F32\"",
        "\"fill\": {\"type\":",
        "\"normal\"",
        "\"uniform\"",
        "\"truncatedNormal\"",
        "\"orthogonal\"",
        "\"sparse\"",
        "\"constant\"",
        "\"scaled\"",
        "\"sliced\"",
        "\"parts\"",
        "\"table\"",
        "\"expression\": \"i0 < 2 ? n1 : mod(i1, 3)\"",
        "\"numbers\": [",
        "\"values\": [",
        "\"transformed\"",
        "\"log(x)\"",
        "\"ranges\": [",
        "\"every\": 3",
        "\"step\": 2",
        "\"trainable\": false",
        "\"otherNames\": [",
        "\"copyOf\": \"w\"",
        "\"mup\"",
        "\"role\": \"HIDDEN\"",
        "\"I64\"",
        "\"Infinity\"",
        "\"NaN\"",
        "1e308",
        "4.9e-324",
        "9223372036854775807",
        "\"layout\"",
        "\"groups\"",
        "\"members\": [",
        "\"initweightsModel\"",
        "\"rule\": {\"type\":"
    })
    void plan(byte[] input) {
        Trial.of(this, "plan", input, () -> {
            Files.write(FILE, input);
            Plan plan;
            try {
                plan = Plan.read(FILE, sizes(input));
            } catch (IllegalArgumentException e) {
                assertThat(e).message().startsWith(FILE.toString()).hasSizeLessThan(3000);
                return;
            }
            assertThat(PlainJson.read(input)).isPresent();
            plan.write(AGAIN);
            Plan again = Plan.read(AGAIN);
            assertThat(described(again)).isEqualTo(described(plan));
            byte[] written = Files.readAllBytes(AGAIN);
            again.write(AGAIN);
            assertThat(Files.readAllBytes(AGAIN)).isEqualTo(written);
            assertThat(PlainJson.read(written)).isPresent();
            boolean speaksOfFiles = new String(written, StandardCharsets.UTF_8).contains("\"file\":");
            if (isSmall(plan)) {
                draw(plan, speaksOfFiles, RandomSource.seeded(1));
                draw(plan, speaksOfFiles, RandomSource.jax(1));
                if (plan.parameters().stream().noneMatch(PlanFuzzTest::isNarrow) && hasAllSources(plan)) {
                    draw(plan, speaksOfFiles, RandomSource.torch(1));
                }
            }
        });
    }

    /** Those that the text speaks of: a plan has no use for others, and refuses them. */
    private static Map<String, Long> sizes(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Map<String, Long> sizes = new TreeMap<>(SIZES);
        sizes.keySet().removeIf(name -> !text.contains("\"" + name) && !text.contains(" " + name));
        return sizes;
    }

    private static List<List<Object>> described(Plan plan) {
        return plan.parameters().stream()
                .map(parameter -> List.<Object>of(
                        parameter.names(),
                        parameter.shape(),
                        parameter.dtype(),
                        parameter.fill(),
                        parameter.isTrainable(),
                        parameter.copyOf(),
                        parameter.learningRateScale(Optimizer.ADAM),
                        parameter.learningRateScale(Optimizer.SGD),
                        parameter.outputMultiplier()))
                .toList();
    }

    /** Whether what parameters start from is in the plan: of what is not there, nobody knows how much it draws. */
    private static boolean hasAllSources(Plan plan) {
        Set<String> names = plan.parameters().stream()
                .flatMap(parameter -> parameter.names().stream())
                .collect(Collectors.toSet());
        return plan.parameters().stream()
                .allMatch(parameter ->
                        names.containsAll(parameter.derivedFrom().stream().toList()));
    }

    /** Far from its bounds, where PyTorch tries uniforms until one is likely. */
    private static boolean isNarrow(Parameter parameter) {
        Fill fill = parameter.fill();
        return Double.isFinite(fill.upper() - fill.lower()) && fill.std() < (fill.upper() - fill.lower()) / 100;
    }

    private static boolean isSmall(Plan plan) {
        long elements = 0;
        for (Parameter parameter : plan.parameters()) {
            if (parameter.elements() > FEW) {
                return false;
            }
            elements += parameter.elements();
        }
        return elements <= FEW;
    }

    private static void draw(Plan plan, boolean speaksOfFiles, RandomSource source) throws IOException {
        try {
            plan.initialize(CHECKPOINT, source);
        } catch (IllegalArgumentException | IOException e) {
            // Only files that a plan begins with may be missing; some sources cannot draw all normals between bounds;
            // and of what is computed
            // when it is written an element may be too large.
            boolean isUndrawable = e.toString().endsWith("[Undrawable]");
            assertThat(speaksOfFiles || isUndrawable || e.toString().endsWith("[Overflow]"))
                    .as(e.toString())
                    .isTrue();
            List<Path> left = Scratch.files(CHECKPOINTS);
            assertThat(isUndrawable ? left : List.of()).isEmpty();
            for (Path file : left) {
                Files.delete(file);
            }
            return;
        }
        try (Checkpoint checkpoint = Checkpoint.open(CHECKPOINT)) {
            for (Parameter parameter : plan.parameters()) {
                CheckpointTensor tensor = checkpoint.get(parameter.name());
                assertThat(tensor.shape().dims()).isEqualTo(parameter.shape().dims());
                double[] elements = new double[(int) tensor.elements()];
                tensor.read(0, elements);
                check(parameter, elements);
            }
        }
        Files.delete(CHECKPOINT);
    }

    private static void check(Parameter parameter, double[] elements) {
        double most = Math.max(
                Math.abs(parameter.fill().lower()), Math.abs(parameter.fill().upper()));
        // JAX adds the location last, which rounds what is far from it.
        double slack =
                parameter.fill() instanceof TruncatedNormalFill truncated ? Math.abs(truncated.location()) / 64 : 0;
        for (double element : elements) {
            if (Double.isNaN(element)
                    && !Double.isNaN(most)
                    && !Double.isNaN(parameter.fill().mean())) {
                Assertions.fail(parameter + " has NaN");
            }
            if (Math.abs(element) > most * ROUNDING + slack && Math.abs(element) > 1e-30 && Double.isFinite(element)) {
                Assertions.fail(parameter + " has " + element);
            }
        }
    }
}
