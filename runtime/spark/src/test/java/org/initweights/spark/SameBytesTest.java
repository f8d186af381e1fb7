package org.initweights.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.Weights;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the plan, the source and the layout: the files are those of one machine. */
class SameBytesTest {

    private static SparkSession spark;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        spark = LocalSpark.session();
    }

    static IntStream randomPlans() {
        return IntStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("randomPlans")
    void ofRandomPlansSourcesAndLayouts(int number) throws IOException {
        List<LongFunction<RandomSource>> sources =
                List.of(RandomSource::seeded, RandomSource::jax, RandomSource::torch, RandomSource::sequence);
        LongFunction<RandomSource> source = sources.get(number % sources.size());
        Plan plan = Plans.random(number);
        SaveOptions files =
                SaveOptions.defaults().withSeed(number).withShardsOf(1 + new Random(number).nextInt(60_000));

        SparkCheckpoint.initialize(spark, plan, folder.toString(), source.apply(number), files);

        OneMachine.of(plan, source.apply(number), files).assertSameFiles(folder);
        assertThat(SparkCheckpoint.verify(spark, plan, folder.toString(), source.apply(number), files))
                .isEmpty();
    }

    @Test
    void ofASingleFile() throws IOException {
        SaveOptions files = SaveOptions.withoutMetadata();

        WrittenCheckpoint written = SparkCheckpoint.initialize(
                spark, Plans.small(), folder.toUri().toString(), RandomSource.seeded(1), files);

        assertThat(OneMachine.names(folder)).containsExactly("model.safetensors");
        OneMachine.of(Plans.small(), RandomSource.seeded(1), files).assertSameFiles(folder);
        assertThat(written.files()).isEqualTo(1);
        assertThat(written.writtenBytes())
                .isEqualTo(written.bytes())
                .isEqualTo(Files.size(folder.resolve("model.safetensors")));
    }

    @Test
    void withAnySerializerOfTheApplication() throws IOException {
        spark.stop();
        spark = LocalSpark.builder("local[2,4]")
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .getOrCreate();
        SaveOptions files = SaveOptions.defaults().withShardsOf(Plans.SHARD);
        try {
            SparkCheckpoint.initialize(spark, Plans.small(), folder.toString(), RandomSource.seeded(1), files);

            OneMachine.of(Plans.small(), RandomSource.seeded(1), files).assertSameFiles(folder);
            assertThat(SparkCheckpoint.verify(spark, Plans.small(), folder.toString(), RandomSource.seeded(2), files))
                    .isNotEmpty();
            assertThat(SparkCheckpoint.statistics(spark, Plans.small(), folder.toString())
                            .collectAsList())
                    .hasSize(9);
        } finally {
            spark.stop();
            spark = LocalSpark.session();
        }
    }

    /** A reader that shares no code with the library: the format as its page says, and the numbers of a model in memory. */
    @Test
    void thatAnotherReaderFinds() throws IOException {
        SaveOptions files = SaveOptions.defaults().withShardsOf(Plans.SHARD);
        SparkCheckpoint.initialize(spark, Plans.small(), folder.toString(), RandomSource.seeded(5), files);
        Weights memory = Weights.of(w -> {
            for (var parameter : Plans.small().parameters()) {
                w.tensor(parameter.name(), parameter.shape(), parameter.dtype(), parameter.initializer());
            }
        });
        memory.initialize(RandomSource.seeded(5));

        ObjectMapper json = new ObjectMapper();
        JsonNode index =
                json.readTree(folder.resolve("model.safetensors.index.json").toFile());
        int tensors = 0;
        for (Map.Entry<String, JsonNode> entry : index.get("weight_map").properties()) {
            byte[] file = Files.readAllBytes(folder.resolve(entry.getValue().asText()));
            ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            int header = (int) bytes.getLong(0);
            JsonNode tensor = json.readTree(new String(file, 8, header, StandardCharsets.UTF_8))
                    .get(entry.getKey());
            var parameter = memory.parameters().get(entry.getKey());
            int begin = 8 + header + tensor.get("data_offsets").get(0).asInt();
            int size = tensor.get("dtype").asText().equals("BF16") ? 2 : 4;
            for (int i = 0; i < parameter.elements(); i++) {
                float value = size == 2
                        ? Float.intBitsToFloat(bytes.getShort(begin + 2 * i) << 16)
                        : bytes.getFloat(begin + 4 * i);
                assertThat((double) value).isEqualTo(parameter.get(i));
            }
            tensors++;
        }
        assertThat(tensors).isEqualTo(9);
    }

    @Test
    void ofASourceOfPyTorchThatStaysWhereItStands() throws IOException {
        RandomSource source = RandomSource.torch(3);
        SaveOptions files = SaveOptions.defaults().withShardsOf(Plans.SHARD);

        SparkCheckpoint.initialize(spark, Plans.small(), folder.resolve("one").toString(), source, files);
        SparkCheckpoint.initialize(spark, Plans.small(), folder.resolve("two").toString(), source, files);

        OneMachine expected = OneMachine.of(Plans.small(), RandomSource.torch(3), files);
        expected.assertSameFiles(folder.resolve("one"));
        expected.assertSameFiles(folder.resolve("two"));
    }

    @Test
    void nameTheirJobsForSparksPages() throws Exception {
        String before = "what the application does";
        spark.sparkContext().setJobDescription(before);
        JobDescriptions descriptions = new JobDescriptions();
        spark.sparkContext().addSparkListener(descriptions);

        SparkCheckpoint.initialize(
                spark, Plans.small(), folder.toString(), RandomSource.seeded(1), SaveOptions.defaults());

        assertThat(spark.sparkContext().getLocalProperty("spark.job.description"))
                .isEqualTo(before);
        spark.sparkContext().listenerBus().waitUntilEmpty();
        assertThat(descriptions.jobs())
                .anySatisfy(job ->
                        assertThat(job).startsWith("InitWeights: 1 files, ").endsWith(folder.toString()));
        assertThat(descriptions.counters()).contains("InitWeights: bytes written", "InitWeights: pieces complete");
        spark.sparkContext().removeSparkListener(descriptions);
        spark.sparkContext().setJobDescription(null);
    }

    @Test
    void foldersAreFoundInWhateverFormTheyAreGiven() throws IOException {
        for (String uri : Stream.of("plain", "file://", "file:")
                .map(form -> form.equals("plain") ? folder + "/a" : form + folder + "/" + form.length())
                .toList()) {
            WrittenCheckpoint written = SparkCheckpoint.initialize(
                    spark, Plans.small(), uri, RandomSource.seeded(1), SaveOptions.defaults());
            assertThat(written.uri()).startsWith("file:/");
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(file -> file.endsWith("model.safetensors"))).hasSize(3);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(file -> file.toString().endsWith(".crc"))).isEmpty();
        }
    }
}
