package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.constant;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.initweights.DType;
import org.initweights.Plan;
import org.initweights.WeightsBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    @TempDir
    Path folder;

    @Test
    void equalCheckpointsAreEqualHoweverTheyAreSharded() throws IOException {
        Path plan = Plans.small(folder);
        Path one = folder.resolve("one.safetensors");
        Path many = folder.resolve("many.safetensors");
        CommandRun.of("init", plan, "-o", one);
        CommandRun.of("init", plan, "-o", many, "--max-shard-size", "500B");
        CommandRun run = CommandRun.of("diff", one, many);
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).containsExactly("equal: 4 tensors");
    }

    @Test
    void saysInWhatEachTensorDiffers() throws IOException {
        Path a = checkpoint(
                "a",
                p -> p.tensor("only", constant(1), 2)
                        .tensor("shape", constant(1), 2)
                        .tensor("type", constant(1.125), 2)
                        .tensor("same", constant(1), 2)
                        .tensor("value", constant(1), 2));
        Path b = checkpoint(
                "b",
                p -> p.tensor("new", constant(1), 2)
                        .tensor("shape", constant(1), 3)
                        .tensor("type", DType.BF16, constant(1.125), 2)
                        .tensor("same", constant(1), 2)
                        .tensor("value", constant(1.5), 2));
        CommandRun run = CommandRun.of("diff", a, b);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.lines())
                .containsExactly(
                        "tensor  difference",
                        "only    only in " + a + ": F32 [2]",
                        "shape   F32 [2] and F32 [3]",
                        "type    F32 [2] and BF16 [2]; 0 of 2 elements differ, by 0 at most",
                        "value   2 of 2 elements differ, by 0.5 at most",
                        "new     only in " + b + ": F32 [2]",
                        "5 of 6 tensors differ");
    }

    @Test
    void numbersWithinTheToleranceAreEqual() throws IOException {
        Path a = checkpoint("a", p -> p.tensor("x", constant(1), 100_000));
        Path b = checkpoint("b", p -> p.tensor("x", constant(1.25), 100_000));
        assertThat(CommandRun.of("diff", "--tolerance", "0.25", a, b).exitCode())
                .isZero();
        assertThat(CommandRun.of("diff", "--tolerance", "0.24", a, b).lines())
                .contains("x       100,000 of 100,000 elements differ, by 0.25 at most");
        assertThat(CommandRun.of("diff", "--tolerance", "-1", a, b).failure())
                .isEqualToIgnoringNewLines("2: initweights: --tolerance -1.0: give 0 or more");
    }

    @Test
    void givesDataThatIsTheSameEachTime() throws IOException {
        Path a = checkpoint("a", p -> p.tensor("x", constant(1), 2).tensor("y", constant(1), 2));
        Path b = checkpoint("b", p -> p.tensor("x", constant(3), 2).tensor("y", constant(1), 2));
        CommandRun run = CommandRun.of("diff", "--json", a, b);
        JsonNode json = run.json();
        assertThat(json.get("equal").asBoolean()).isFalse();
        assertThat(json.get("tensors").asInt()).isEqualTo(2);
        assertThat(json.get("differences")).hasSize(1);
        assertThat(json.at("/differences/0/kind").asText()).isEqualTo("VALUES");
        assertThat(json.at("/differences/0/values/differing").asLong()).isEqualTo(2);
        assertThat(json.at("/differences/0/values/maxDifference").asDouble()).isEqualTo(2);
        assertThat(CommandRun.of("diff", "--json", a, b).out()).isEqualTo(run.out());
    }

    @Test
    void tellsIntegersApartThatAreTheSameAsDoubles() throws IOException {
        Path a = integer("a", 1L << 53);
        Path b = integer("b", (1L << 53) + 1);
        assertThat(CommandRun.of("diff", a, b).lines()).contains("n       other bytes");
        assertThat(CommandRun.of("diff", a, integer("c", 1L << 53)).exitCode()).isZero();
    }

    private Path integer(String name, long value) throws IOException {
        byte[] header =
                "{\"n\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}".getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(16 + header.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length).put(header).putLong(value);
        return Files.write(folder.resolve(name + ".safetensors"), bytes.array());
    }

    @Test
    void cannotCompareWhatIsNotThere() throws IOException {
        Path a = checkpoint("a", p -> p.tensor("x", constant(1), 2));
        Path missing = folder.resolve("missing.safetensors");
        assertThat(CommandRun.of("diff", a, missing).failure())
                .isEqualToIgnoringNewLines("2: initweights: " + missing + ": there is no such file");
    }

    private Path checkpoint(String name, Consumer<WeightsBuilder> tensors) throws IOException {
        Path plan = Plans.written(folder.resolve(name + ".json"), Plan.of(tensors));
        Path file = folder.resolve(name + ".safetensors");
        assertThat(CommandRun.of("init", plan, "-o", file).exitCode()).isZero();
        return file;
    }
}
