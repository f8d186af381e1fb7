package org.initweights;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.normal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.initweights.io.Checkpoint;
import org.initweights.io.CheckpointException;
import org.initweights.io.SaveOptions;
import org.initweights.testing.SampleModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of a checkpoint, written apart from the others, has the bytes that initialising all at once gives it. */
class PlanShardsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("org.initweights.EverySource#suppliers")
    void areTheFilesOfInitialisingAtOnce(Supplier<RandomSource> sources) throws Exception {
        Plan plan = Plan.of(SampleModels::everyInitializer);
        for (long shardBytes : new long[] {Long.MAX_VALUE, 4000}) {
            SaveOptions options =
                    SaveOptions.defaults().withShardsOf(shardBytes).withMetadata("a", "b");
            Path whole = Files.createTempDirectory(folder, "whole").resolve("model.safetensors");
            plan.initialize(whole, sources.get(), InitializeOptions.defaults().withFiles(options));

            RandomSource source = serialised(sources.get());
            List<Plan.Shard> shards = plan.shards(options);
            assertThat(shards).hasSizeGreaterThan(shardBytes == 4000 ? 3 : 0);
            for (Plan.Shard shard : shards) {
                byte[] expected = Files.readAllBytes(whole.resolveSibling(shard.fileName()));
                assertThat(shard.bytes()).isEqualTo(expected.length);
                assertThat(written(shard, source)).isEqualTo(expected);
                Plan.Shard copy = serialised(shard);
                assertThat(copy.names()).isEqualTo(shard.names());
                assertThat(written(copy, source)).isEqualTo(expected);
                assertThat(inParts(copy, source)).isEqualTo(expected);
            }
            if (shards.size() > 1) {
                ByteArrayOutputStream index = new ByteArrayOutputStream();
                serialised(plan).writeIndex(Channels.newChannel(index), serialised(options));
                assertThat(index.toByteArray())
                        .isEqualTo(Files.readAllBytes(whole.resolveSibling("model.safetensors.index.json")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.initweights.EverySource#suppliers")
    void beginWithStoredTensorsAsTheWholeDoes(Supplier<RandomSource> sources) throws Exception {
        Plan plan = Plan.of(SampleModels::everyBeginning);
        Path whole = folder.resolve("begun.safetensors");
        plan.initialize(whole, sources.get());

        Plan.Shard shard = serialised(plan).shards(SaveOptions.defaults()).get(0);

        assertThat(inParts(shard, serialised(plan.placed(sources.get())))).isEqualTo(Files.readAllBytes(whole));
    }

    /** Files from two sources under one index are told apart, though the index knows neither. */
    @Test
    void filesOfTwoSourcesAreNoCheckpoint() throws IOException {
        Plan plan = Plan.of(p -> p.tensor("a", normal(), 100).tensor("b", normal(), 100));
        SaveOptions options = SaveOptions.defaults().withShardsOf(400);
        Path index = folder.resolve("model.safetensors.index.json");
        try (WritableByteChannel channel = Files.newByteChannel(index, CREATE, WRITE)) {
            plan.writeIndex(channel, options);
        }
        for (int seeds = 1; seeds <= 2; seeds++) {
            for (int number = 0; number < 2; number++) {
                Plan.Shard shard = plan.shards(options).get(number);
                try (WritableByteChannel channel =
                        Files.newByteChannel(folder.resolve(shard.fileName()), CREATE, WRITE, TRUNCATE_EXISTING)) {
                    shard.write(channel, RandomSource.seeded(number == 0 ? 1 : seeds));
                }
            }
            if (seeds == 1) {
                Checkpoint.open(index).close();
            }
        }

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Checkpoint.open(folder).close())
                .withMessageContaining("it is not of the same save as model-00001-of-00002.safetensors");
    }

    @Test
    void oneFileHasNoIndex() {
        Plan plan = Plan.of(p -> p.tensor("a", normal(), 100));

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> plan.writeIndex(Channels.newChannel(new ByteArrayOutputStream()), SaveOptions.defaults()))
                .withMessage("all tensors are in one file, model.safetensors, which has no index; write none, or give"
                        + " SaveOptions.withShardsOf fewer bytes than 400");
    }

    @Test
    void thePlanIsText() throws IOException {
        Plan plan = Plan.of(SampleModels::everyInitializer);
        Path file = folder.resolve("plan.json");
        plan.write(file);

        assertThat(plan.toJson().getBytes(StandardCharsets.UTF_8)).isEqualTo(Files.readAllBytes(file));
        assertThat(Plan.parse(plan.toJson()).toJson()).isEqualTo(plan.toJson());
    }

    private static byte[] written(Plan.Shard shard, RandomSource source) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        shard.write(Channels.newChannel(bytes), source);
        return bytes.toByteArray();
    }

    private static byte[] inParts(Plan.Shard shard, RandomSource source) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long part = shard.bytes() / 3 + 1;
        for (long from = 0; from < shard.bytes(); from += part) {
            shard.write(Channels.newChannel(bytes), source, from, Math.min(shard.bytes(), from + part));
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked")
    static <T> T serialised(T value) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) read.readObject();
        }
    }

    @Test
    void drawsRanges() throws IOException {
        Plan plan = Plan.of(SampleModels::everyInitializer);
        Path whole = folder.resolve("whole.safetensors");
        plan.initialize(whole, RandomSource.seeded(3));
        Weights loaded = Weights.of(SampleModels::everyInitializer);
        loaded.parameters().load(whole);
        for (Parameter parameter : plan.parameters()) {
            int count = (int) parameter.elements();
            for (int from = 0; from < count; from += 1 + count / 5) {
                double[] drawn = new double[Math.min(count - from, 1 + count / 7)];
                parameter.draw(from, drawn.length, RandomSource.seeded(3), drawn);
                double[] expected = new double[drawn.length];
                int first = from;
                Arrays.setAll(
                        expected, i -> loaded.parameters().get(parameter.name()).get(first + i));
                assertThat(drawn).as(parameter.name()).containsExactly(expected);
            }
        }
    }
}
