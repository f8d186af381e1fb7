package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.dirac;
import static org.initweights.Initializers.eye;
import static org.initweights.Initializers.glorotNormal;
import static org.initweights.Initializers.glorotUniform;
import static org.initweights.Initializers.heNormal;
import static org.initweights.Initializers.heUniform;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.lecunNormal;
import static org.initweights.Initializers.lecunUniform;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.sparse;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.varianceScaling;
import static org.initweights.Initializers.xavierUniform;
import static org.initweights.Initializers.zeros;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.initweights.io.SaveOptions;
import org.initweights.testing.ElementBits;
import org.initweights.testing.StoredTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a plan writes are the bytes that NumPy, PyTorch and JAX make: their digests stand in files that their own programs printed. The
 * files of the plan are read as the format says, by nothing of this library.
 */
class PlanBytesTest {

    private static final Path PARITY = Path.of("..", "docs", "parity");
    private static final Path STREAMS = Path.of("src", "test", "resources", "golden", "streams.txt");

    private static final InitializeOptions LITTLE_MEMORY =
            InitializeOptions.defaults().withMemory(1 << 20);

    @TempDir
    private Path folder;

    /** {@code streams.py} prints the digests, in NumPy. */
    @ParameterizedTest
    @CsvSource({
        "uniform, F64",
        "uniform, F32",
        "uniform, F16",
        "uniform, BF16",
        "normal, F64",
        "normal, F32",
        "normal, F16",
        "normal, BF16",
        "truncated, F32",
        "truncated, F16",
        "truncated, BF16",
        "flat, F64",
        "flat, F32",
        "steep, F64",
        "steep, F32"
    })
    void areThoseOfNumPy(String distribution, DType dtype) throws IOException {
        Initializer initializer = switch (distribution) {
            case "uniform" -> uniform(-0.3, 0.7);
            case "normal" -> normal(0.1, 0.02);
            case "truncated" -> truncNormal(0, 1, -2, 2);
            case "flat" -> truncNormal(0, 1e16, -2, 2);
            default -> truncNormal(3e9, 1e6, -0.002, 0.001);
        };
        Plan plan = Plan.of(builder -> builder.tensor("layer.weight", dtype, initializer, 400, 100));

        Map<String, byte[]> written = written(plan, RandomSource.seeded(0x1234_5678_9ABC_DEFL), Long.MAX_VALUE);

        assertThat(ElementBits.digest(ByteBuffer.wrap(written.get("layer.weight"))))
                .isEqualTo(digestsOf(STREAMS).get(distribution + " " + dtype));
    }

    /** {@code torch_digests.py} prints the digests. A file for each tensor changes nothing. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 1})
    void areThoseOfPyTorch(long shardBytes) throws IOException {
        Plan drawn = Plan.of(builder -> builder.tensor("uniform_ 1000", uniform(-0.1, 0.1), 1000)
                .tensor("normal_ 7", normal(0, 0.02), 7)
                .tensor("normal_ 1000", normal(0, 0.02), 1000)
                .tensor("normal_ 1000000", normal(), 1_000_000)
                .tensor("normal_ float16", DType.F16, normal(), 100)
                .tensor("uniform_ bfloat16", DType.BF16, uniform(0, 1), 100)
                .tensor("uniform_ float64", DType.F64, uniform(0, 1), 100)
                .tensor("trunc_normal_ (PyTorch 2.12 or later)", truncNormal(0, 1, -2, 2), 1000)
                .tensor("kaiming_normal_", kaimingNormal(FanMode.FAN_OUT, Nonlinearity.RELU), 64, 3, 7, 7)
                .tensor("xavier_uniform_", xavierUniform(), 300, 200)
                .tensor("sparse_", sparse(0.9, 0.01), 100, 50));
        Map<String, String> digests = new TreeMap<>(digests(written(drawn, RandomSource.torch(42), shardBytes)));
        digests.putAll(layer(
                "Linear",
                shardBytes,
                layer -> layer.tensor("Linear weight", torchDefault(Layer.LINEAR), 200, 300)
                        .tensor("Linear bias", torchDefault(Layer.LINEAR, TensorShape.of(200, 300)), 200)));
        TensorShape conv = TensorShape.of(8, 3, 3, 3).withGroups(2);
        digests.putAll(layer(
                "Conv2d",
                shardBytes,
                layer -> layer.tensor("Conv2d weight", conv, DType.F32, torchDefault(Layer.CONV))
                        .tensor("Conv2d bias", torchDefault(Layer.CONV, conv), 8)));
        TensorShape input = TensorShape.of(80, 10);
        TensorShape hidden = TensorShape.of(80, 20);
        digests.putAll(layer(
                "LSTM",
                shardBytes,
                layer -> layer.tensor("LSTM weight_ih_l0", input, DType.F32, torchDefault(Layer.LSTM))
                        .tensor("LSTM weight_hh_l0", hidden, DType.F32, torchDefault(Layer.LSTM))
                        .tensor("LSTM bias_ih_l0", torchDefault(Layer.LSTM, input), 80)
                        .tensor("LSTM bias_hh_l0", torchDefault(Layer.LSTM, hidden), 80)));
        digests.putAll(layer(
                "Embedding",
                shardBytes,
                layer -> layer.tensor(
                        "Embedding weight", torchDefault(Layer.EMBEDDING).withRows(3, 4, zeros()), 50, 8)));
        Initializer attention = torchDefault(Layer.MULTIHEAD_ATTENTION);
        digests.putAll(layer(
                "MultiheadAttention",
                shardBytes,
                layer -> layer.tensor("MultiheadAttention in_proj_weight", attention, 48, 16)
                        .tensor("MultiheadAttention in_proj_bias", attention, 48)
                        .tensor("MultiheadAttention out_proj.weight", torchDefault(Layer.LINEAR), 16, 16)
                        .tensor("MultiheadAttention out_proj.bias", zeros(), 16)));

        assertThat(digests).isEqualTo(digestsOf(PARITY.resolve("torch_digests.txt")));
    }

    private Map<String, String> layer(String name, long shardBytes, Consumer<WeightsBuilder> layer) throws IOException {
        Map<String, byte[]> written = written(Plan.of(layer), RandomSource.torch(-1), shardBytes);
        assertThat(written.keySet()).allMatch(tensor -> tensor.startsWith(name + " "));
        return digests(written);
    }

    /** {@code jax_digests.py} prints the digests. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 1})
    void areThoseOfJax(long shardBytes) throws IOException {
        Initializer scaling = varianceScaling(0.1, FanMode.FAN_AVG, Distribution.NORMAL);
        Plan plan = Plan.of(builder -> builder.tensor("uniform", uniform(-0.1, 0.3), 1000)
                .tensor("initializers.uniform", uniform(0, 0.01), 1000)
                .tensor("initializers.normal", normal(0, 0.02), 1000)
                .tensor("initializers.normal.float16", DType.F16, normal(0, 0.02), 1000)
                .tensor("initializers.normal.bfloat16", DType.BF16, normal(0, 0.02), 1000)
                .tensor("initializers.truncated_normal", truncNormal(0, 0.02, -0.04, 0.04), 1000)
                .tensor("glorot_uniform", last(300, 200), DType.F32, glorotUniform())
                .tensor("glorot_normal", last(3, 3, 16, 32), DType.F32, glorotNormal())
                .tensor("he_uniform", last(300, 200), DType.F32, heUniform())
                .tensor("he_normal", last(3, 3, 16, 32), DType.F32, heNormal())
                .tensor("lecun_uniform", last(300, 200), DType.F32, lecunUniform())
                .tensor("lecun_normal", last(3, 3, 16, 32), DType.F32, lecunNormal())
                .tensor("variance_scaling", last(64, 10), DType.F32, scaling));

        assertThat(digests(written(plan, RandomSource.jax(42), shardBytes)))
                .isEqualTo(digestsOf(PARITY.resolve("jax_digests.txt")));
    }

    private static TensorShape last(long... dims) {
        return TensorShape.of(dims).withLayout(Layout.SPATIAL_IN_OUT);
    }

    /** What needs no random number is written by hand here. */
    @Test
    void areThoseOfTheDefinitions() throws IOException {
        Plan plan = Plan.of(builder -> builder.tensor("constant", constant(-2.5), 2, 2)
                .tensor("half", DType.BF16, constant(1.5), 3)
                .tensor("eye", eye(), 2, 3)
                .tensor("dirac", DType.F64, dirac(), 2, 1, 3)
                .tensor("rows", zeros().withRows(1, 3, ones()), 4, 1));

        Map<String, byte[]> written = written(plan, RandomSource.seeded(1), Long.MAX_VALUE);

        assertThat(written.get("constant"))
                .isEqualTo(ElementBits.of(-2.5f, -2.5f, -2.5f, -2.5f).array());
        assertThat(written.get("half")).isEqualTo(new byte[] {(byte) 0xC0, 0x3F, (byte) 0xC0, 0x3F, (byte) 0xC0, 0x3F});
        assertThat(written.get("eye"))
                .isEqualTo(ElementBits.of(1, 0, 0, 0, 1, 0).array());
        assertThat(written.get("dirac")).isEqualTo(doubles(0, 1, 0, 0, 0, 0));
        assertThat(written.get("rows")).isEqualTo(ElementBits.of(0, 1, 1, 0).array());
    }

    private static byte[] doubles(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }

    /** The bytes of each tensor of the files that a plan writes. */
    private Map<String, byte[]> written(Plan plan, RandomSource source, long shardBytes) throws IOException {
        Path target = Files.createTempDirectory(folder, "written");
        SaveOptions files = SaveOptions.defaults().withShardsOf(shardBytes);
        plan.initialize(target.resolve("model.safetensors"), source, LITTLE_MEMORY.withFiles(files));
        List<Path> shards = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(target, "*.safetensors")) {
            all.forEach(shards::add);
        }
        Map<String, byte[]> tensors = new TreeMap<>();
        for (Path shard : shards) {
            read(shard, tensors);
        }
        return tensors;
    }

    private static void read(Path file, Map<String, byte[]> tensors) throws IOException {
        StoredTensor.of(Files.readAllBytes(file))
                .forEach((name, tensor) ->
                        assertThat(tensors.put(name, tensor.bytes())).isNull());
    }

    private static Map<String, String> digests(Map<String, byte[]> tensors) {
        Map<String, String> digests = new TreeMap<>();
        tensors.forEach((name, bytes) -> digests.put(name, ElementBits.digest(ByteBuffer.wrap(bytes))));
        return digests;
    }

    /** The digests of a file, each behind a name. */
    private static Map<String, String> digestsOf(Path file) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int space = line.lastIndexOf(' ');
            digests.put(line.substring(0, space), line.substring(space + 1));
        }
        assertThat(digests).isNotEmpty();
        return digests;
    }
}
