package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.eye;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initweights.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeCheckpoint() throws IOException {
        Path plan = Plans.written(
                folder.resolve("plan.json"),
                Plan.of(p -> p.tensor("a.weight", eye(), 4, 4).tensor("a.bias", constant(0.5), 3)));
        file = folder.resolve("model.safetensors");
        CommandRun.of("init", plan, "-o", file);
    }

    @Test
    void showsWhatElementsAreLike() {
        CommandRun run = CommandRun.of("inspect", file);
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines())
                .contains("seed: 42", "source: RandomSource.seeded(42)")
                .containsSubsequence(
                        "tensor    dtype  shape   elements  mean      std  min  max  zeros  NaN  Inf",
                        "a.bias    F32    [3]            3   0.5        0  0.5  0.5      0    0    0",
                        "a.weight  F32    [4, 4]        16  0.25  0.43301    0    1     12    0    0",
                        "2 tensors, 19 elements, 76 B");
    }

    @Test
    void givesTheSameAsJsonEachTime() {
        CommandRun run = CommandRun.of("inspect", "--json", file);
        JsonNode checkpoint = run.json().get("checkpoints").get(0);
        assertThat(checkpoint.get("metadata").get("seed").asText()).isEqualTo("42");
        JsonNode weight = checkpoint.get("tensors").get(1);
        assertThat(weight.get("name").asText()).isEqualTo("a.weight");
        assertThat(weight.get("mean").asDouble()).isEqualTo(0.25);
        assertThat(weight.get("zeros").asLong()).isEqualTo(12);
        assertThat(CommandRun.of("inspect", "--json", file).out()).isEqualTo(run.out());
    }

    @Test
    void choosesTensorsByPattern() {
        assertThat(CommandRun.of("inspect", "--names-only", "--pattern", "**.bias", file)
                        .lines())
                .containsExactly("a.bias");
        assertThat(CommandRun.of("inspect", "--names-only", file).lines()).containsExactly("a.bias", "a.weight");
    }

    @Test
    void leavesStatisticsOutOfDataWhenNoElementsAreRead() {
        JsonNode tensor = CommandRun.of("inspect", "--no-statistics", "--json", file)
                .json()
                .at("/checkpoints/0/tensors/0");
        assertThat(tensor.fieldNames()).toIterable().containsExactly("name", "dtype", "shape", "elements", "bytes");
    }

    @Test
    void countsWhatIsNoFiniteNumberAndShowsTypesThatAreNone() throws IOException {
        String header = "{\"i\":{\"dtype\":\"I64\",\"shape\":[2],\"data_offsets\":[0,16]},"
                + "\"x\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[16,32]},"
                + "\"q\":{\"dtype\":\"F6_E3M2\",\"shape\":[4],\"data_offsets\":[32,35]},"
                + "\"z\":{\"dtype\":\"F2\",\"shape\":[5],\"data_offsets\":[35,37]}}";
        byte[] encoded = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + encoded.length + 37).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(encoded.length).put(encoded).putLong(-3).putLong(5);
        bytes.putFloat(Float.NaN).putFloat(Float.NEGATIVE_INFINITY).putFloat(0).putFloat(2);
        Path mixed = folder.resolve("mixed.safetensors");
        Files.write(mixed, bytes.array());
        CommandRun run = CommandRun.of("inspect", mixed);
        assertThat(run.lines())
                .contains(
                        "i       I64      [2]           2     1    4   -3    5      0    0    0",
                        "x       F32      [4]           4     1    1    0    2      1    1    1",
                        "q       F6_E3M2  [4]           4     -    -    -    -      -    -    -",
                        "z: cannot be read: its type is \"F2\", which is not known here; its shape is [5], and it has 2 bytes");
        assertThat(CommandRun.of("inspect", "--json", mixed)
                        .json()
                        .at("/checkpoints/0/unreadable/0")
                        .asText())
                .startsWith("z: cannot be read");
        assertThat(CommandRun.of("diff", mixed, mixed).failure())
                .startsWith("2: initweights: " + mixed + ": tensor \"z\": its type is \"F2\"")
                .contains("so it cannot be compared");
    }

    @Test
    void saysWhichFileIsWrong() throws IOException {
        Path missing = folder.resolve("missing.safetensors");
        assertThat(CommandRun.of("inspect", missing).failure())
                .isEqualToIgnoringNewLines("2: initweights: " + missing + ": there is no such file");
        Path broken = Files.writeString(folder.resolve("broken.safetensors"), "not at all");
        CommandRun run = CommandRun.of("inspect", broken);
        assertThat(run.failure()).startsWith("2: initweights: " + broken).doesNotContain("\tat ");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(CommandRun.of("inspect", "--debug", broken).err()).contains("\tat org.initweights");
    }
}
