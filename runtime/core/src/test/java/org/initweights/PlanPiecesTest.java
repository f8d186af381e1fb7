package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.dirac;
import static org.initweights.Initializers.eye;
import static org.initweights.Initializers.lecunNormal;
import static org.initweights.Initializers.logRange;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.sparse;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.zeros;
import static org.initweights.PlanShardsTest.serialised;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.initweights.io.Checkpoint;
import org.initweights.io.CheckpointTensor;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random plans in random pieces, compared with the file of initialising all at once, which is read here as the format says, by nothing of
 * this library.
 */
class PlanPiecesTest {

    private static final List<DType> TYPES = List.of(DType.values());

    private static final List<Initializer> ANY = List.of(
            constant(0.3),
            uniform(-0.1, 0.2),
            normal(0.5, 0.02),
            truncNormal(0, 1, -2, 2),
            truncNormal(0, 1, 1, 2),
            zeros(),
            logRange());

    private static final List<Initializer> MATRIX =
            List.of(lecunNormal(), eye(), orthogonal(2), sparse(0.3), normal().withRows(0, 1, zeros()));

    private static final List<Initializer> INTEGERS = List.of(constant(-7), zeros(), constant(0x1p30));

    @TempDir
    private Path folder;

    private final Map<String, byte[]> whole = new HashMap<>();

    /**
     * A tensor of a plan.
     *
     * @param start what is known of its elements; empty if only their bytes are compared
     */
    private record Tensor(
            String name,
            DType dtype,
            TensorShape shape,
            Initializer initializer,
            Optional<RandomStart> start,
            boolean isTrained,
            boolean isCopied,
            boolean isTied) {

        void declare(WeightsBuilder builder) {
            if (isTrained) {
                builder.tensor(name, shape, dtype, initializer);
            } else {
                builder.nonTrainable(buffers -> buffers.tensor(name, shape, dtype, initializer));
            }
            if (isCopied) {
                builder.tensor("copy." + name, shape, dtype, zeros()).copy("copy." + name, name);
            }
            if (isTied) {
                builder.tie("tied." + name, name);
            }
        }

        /** What is drawn before a function is taken: floats, for half floats too. */
        Tensor untransformed() {
            return start.flatMap(RandomStart::drawn)
                    .map(drawn -> new Tensor(
                            name,
                            dtype == DType.F64 ? DType.F64 : DType.F32,
                            shape,
                            drawn.base(),
                            start,
                            isTrained,
                            isCopied,
                            isTied))
                    .orElse(this);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void piecesHaveTheBytesOfTheWhole(long seed) throws Exception {
        Random random = new Random(seed);
        List<Tensor> tensors = tensors(random);
        Plan written = Plan.of(builder -> tensors.forEach(tensor -> tensor.declare(builder)));
        Plan plan = Plan.parse(written.toJson());
        assertThat(plan.toJson()).isEqualTo(written.toJson());
        assertThat(described(plan)).isEqualTo(described(written));
        RandomSource source = source(random);
        Path file = folder.resolve("model.safetensors");
        written.initialize(file, serialised(source));
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            for (CheckpointTensor tensor : checkpoint.tensors()) {
                tensor.verify();
            }
        }
        whole.putAll(tensors(Files.readAllBytes(file)));
        for (Tensor tensor : tensors) {
            assertLinks(tensor);
            tensor.start.flatMap(RandomStart::law).ifPresent(law -> assertLaw(tensor, law));
        }
        functions(tensors, serialised(source));

        RandomSource given = random.nextBoolean() ? source : serialised(plan.placed(source));
        shards(plan, given, random);
        ranges(plan, given, random);
        ranks(plan, given, random);
    }

    /** Twelve, unless {@code -Dinitweights.random.plans} asks for more, from {@code -Dinitweights.random.seed} on. */
    static LongStream seeds() {
        long first = Long.getLong("initweights.random.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("initweights.random.plans", 12));
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

    private void assertLinks(Tensor tensor) {
        byte[] bytes = bytesOf(tensor.name);
        assertThat(whole.containsKey("tied." + tensor.name)).isFalse();
        if (tensor.isCopied) {
            assertThat(bytesOf("copy." + tensor.name)).isEqualTo(bytes);
        }
    }

    /** By loops over the axes. */
    private void assertLaw(Tensor tensor, RandomStart.Law law) {
        byte[] bytes = bytesOf(tensor.name);
        long[] dims = tensor.shape.dims();
        long[] index = new long[dims.length];
        for (int i = 0; i < bytes.length / tensor.dtype.bytes(); i++) {
            assertRounded(tensor, bytes, i, law.at(index, dims));
            for (int axis = index.length - 1; axis >= 0 && ++index[axis] == dims[axis]; axis--) {
                index[axis] = 0;
            }
        }
    }

    /** By the file of the same plan without the functions. */
    private void functions(List<Tensor> tensors, RandomSource source) throws IOException {
        Path file = folder.resolve("untransformed.safetensors");
        Plan.of(builder -> tensors.forEach(tensor -> tensor.untransformed().declare(builder)))
                .initialize(file, source);
        Map<String, byte[]> drawn = tensors(Files.readAllBytes(file));
        for (Tensor tensor : tensors) {
            tensor.start.flatMap(RandomStart::drawn).ifPresent(law -> {
                double[] x = values(Objects.requireNonNull(drawn.get(tensor.name)), tensor.untransformed().dtype);
                for (int i = 0; i < x.length; i++) {
                    assertRounded(
                            tensor, bytesOf(tensor.name), i, law.function().applyAsDouble(x[i]));
                }
            });
        }
    }

    /** Whether an element is the nearest of its type to what it should be. */
    private static void assertRounded(Tensor tensor, byte[] bytes, int element, double exact) {
        int size = tensor.dtype.bytes();
        byte[] stored = Arrays.copyOfRange(bytes, element * size, (element + 1) * size);
        double value = values(stored, tensor.dtype)[0];
        boolean isRight;
        if (size == 2) {
            int bits = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getShort();
            isRight = Math.signum(value) * exact >= 0;
            for (int neighbour : new int[] {bits - 1, bits + 1}) {
                double other = values(new byte[] {(byte) neighbour, (byte) (neighbour >> 8)}, tensor.dtype)[0];
                double farther = Math.abs(other - exact) - Math.abs(value - exact);
                boolean otherSign = (neighbour & 0x8000) != (bits & 0x8000);
                isRight &= otherSign || farther > 0 || (farther == 0 && bits % 2 == 0);
            }
        } else {
            isRight = value == (tensor.dtype == DType.F32 ? (float) exact : exact);
        }
        assertThat(isRight)
                .as("%s %s, element %d: %s for %s", tensor.name, tensor.initializer, element, value, exact)
                .isTrue();
    }

    private static List<Tensor> tensors(Random random) {
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < 4 + random.nextInt(8); i++) {
            DType dtype = TYPES.get(random.nextInt(TYPES.size()));
            int rank = random.nextInt(5);
            long[] dims = new long[rank];
            // Some are longer than the tiles and chunks that are drawn at once.
            Arrays.setAll(
                    dims, axis -> random.nextInt(6) == 0 && rank < 3 ? 1 + random.nextInt(1500) : random.nextInt(30));
            if (random.nextInt(12) == 0) {
                dims = new long[] {300_007};
            }
            Optional<RandomStart> start =
                    random.nextInt(5) < 3 ? Optional.of(RandomStart.of(dtype, dims, random)) : Optional.empty();
            tensors.add(new Tensor(
                    "t" + i + ".weight",
                    dtype,
                    TensorShape.of(dims),
                    start.isPresent() ? start.get().initializer() : initializer(dtype, dims, random),
                    start,
                    random.nextInt(4) > 0,
                    random.nextInt(5) == 0,
                    random.nextInt(5) == 0));
        }
        return tensors;
    }

    private static Initializer initializer(DType dtype, long[] dims, Random random) {
        List<Initializer> some = new ArrayList<>(dtype.isInteger() ? INTEGERS : ANY);
        if (dtype.isInteger()) {
            if (dims.length == 2 && dims[0] > 0 && dims[1] > 0) {
                some.addAll(List.of(eye(), table("1000 * i0 - i1"), ones().withRows(0, 1, zeros())));
            }
        } else {
            if (dims.length == 0) {
                some.remove(some.size() - 1);
            }
            if (dims.length == 2 && dims[0] > 0 && dims[1] > 0) {
                some.addAll(MATRIX);
            }
            if (dims.length == 4 && Arrays.stream(dims).allMatch(size -> size > 0)) {
                some.add(dirac());
            }
        }
        return some.get(random.nextInt(some.size()));
    }

    private static RandomSource source(Random random) {
        int seed = random.nextInt();
        return switch (random.nextInt(5)) {
            case 0 -> RandomSource.seeded(seed);
            case 1 -> RandomSource.jax(seed);
            case 2 -> RandomSource.sequence(seed);
            case 3 -> RandomSource.torch(seed, TorchVersion.V2_11);
            default -> RandomSource.torch(seed, random.nextBoolean() ? TorchBuild.AVX2 : TorchBuild.SCALAR);
        };
    }

    private void shards(Plan plan, RandomSource source, Random random) throws Exception {
        Map<String, byte[]> found = new HashMap<>();
        for (Plan.Shard shard : plan.shards(SaveOptions.defaults().withShardsOf(1 + random.nextInt(20_000)))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Plan.Shard copy = random.nextBoolean() ? shard : serialised(shard);
            long from = 0;
            while (from < copy.bytes()) {
                long to = Math.min(copy.bytes(), from + 1 + random.nextInt(2_000_000));
                copy.write(Channels.newChannel(bytes), source, from, to);
                from = to;
            }
            found.putAll(tensors(bytes.toByteArray()));
        }
        assertSame(found);
    }

    private void ranges(Plan plan, RandomSource source, Random random) {
        for (Parameter parameter : plan.parameters()) {
            double[] expected = values(bytesOf(parameter), parameter.dtype());
            int from = random.nextInt(expected.length + 1);
            int count = Math.min(random.nextInt(200_000), expected.length - from);
            float[] floats = new float[count + 1];
            parameter.draw(from, count, source, floats);
            double[] doubles = new double[count];
            parameter.draw(from, count, source, doubles);
            for (int i = 0; i < count; i++) {
                assertThat(doubles[i]).as("%s, element %d", parameter, from + i).isEqualTo(expected[from + i]);
                assertThat(floats[i]).isEqualTo((float) expected[from + i]);
            }
            slices(parameter, expected, source, random);
        }
    }

    private static void slices(Parameter parameter, double[] expected, RandomSource source, Random random) {
        long[] dims = parameter.shape().dims();
        ParameterSlice slice = null;
        int[] from = new int[dims.length];
        int[] to = new int[dims.length];
        for (int axis = 0; axis < dims.length; axis++) {
            from[axis] = random.nextInt((int) dims[axis] + 1);
            to[axis] = from[axis] + random.nextInt((int) dims[axis] - from[axis] + 1);
            slice = slice == null
                    ? parameter.slice(axis, from[axis], to[axis])
                    : slice.slice(axis, from[axis], to[axis]);
        }
        if (slice == null) {
            return;
        }
        double[] drawn = new double[(int) slice.elements()];
        slice.draw(0, drawn.length, source, drawn);
        int[] place = from.clone();
        for (double value : drawn) {
            int index = 0;
            for (int axis = 0; axis < dims.length; axis++) {
                index = index * (int) dims[axis] + place[axis];
            }
            assertThat(value)
                    .as("%s of %s, element %d", slice, parameter, index)
                    .isEqualTo(expected[index]);
            for (int axis = dims.length - 1; axis >= 0 && ++place[axis] == to[axis]; axis--) {
                place[axis] = from[axis];
            }
        }
    }

    /** The ranks' files, put together again by who knows nothing but their shapes and the axes that the rules name. */
    private void ranks(Plan plan, RandomSource source, Random random) throws Exception {
        int dataRanks = 1 + random.nextInt(3);
        int tensorRanks = 1 + random.nextInt(4);
        int axis = random.nextInt(2);
        RankLayout layout = plan.ranks(dataRanks, tensorRanks, rules -> {
            rules.replicated("**").optional();
            plan.parameters().forEach(parameter -> {
                if (parameter.shape().rank() > axis) {
                    rules.split(parameter.name(), axis).padded();
                }
            });
        });
        for (Parameter parameter : plan.parameters()) {
            long[] dims = parameter.shape().dims();
            boolean isSplit = dims.length > axis;
            int bytes = parameter.dtype().bytes();
            for (int data = 0; data < dataRanks; data++) {
                for (int rank = 0; rank < tensorRanks; rank++) {
                    RankShard shard = layout.rank(data, rank);
                    byte[] written = tensors(written(shard, source)).get(parameter.name());
                    long[] own = shapes(written(shard, source)).get(parameter.name());
                    long part = isSplit ? (dims[axis] + tensorRanks - 1) / tensorRanks : 0;
                    long[] begin = new long[dims.length];
                    if (isSplit) {
                        begin[axis] = part * rank;
                    }
                    long[] local = dims.clone();
                    if (isSplit) {
                        local[axis] = part;
                    }
                    if (dims.length > 0 && dataRanks > 1) {
                        long rows = (local[0] + dataRanks - 1) / dataRanks;
                        long first = Math.min(local[0], rows * data);
                        begin[0] += first;
                        local[0] = Math.min(local[0], first + rows) - first;
                    }
                    assertThat(own).isEqualTo(local);
                    assertThat(written).isEqualTo(block(parameter, begin, local, bytes));
                }
            }
        }
    }

    private byte[] bytesOf(Parameter parameter) {
        return bytesOf(parameter.name());
    }

    private byte[] bytesOf(String name) {
        return Objects.requireNonNull(whole.get(name), name);
    }

    private byte[] block(Parameter parameter, long[] begin, long[] size, int bytes) {
        long[] dims = parameter.shape().dims();
        byte[] all = bytesOf(parameter);
        int elements = (int) Arrays.stream(size).reduce(1, (a, b) -> a * b);
        byte[] block = new byte[elements * bytes];
        for (int i = 0; i < elements; i++) {
            long rest = i;
            long index = 0;
            long stride = 1;
            boolean isThere = true;
            for (int axis = dims.length - 1; axis >= 0; axis--) {
                long place = begin[axis] + rest % size[axis];
                rest /= size[axis];
                isThere &= place < dims[axis];
                index += place * stride;
                stride *= dims[axis];
            }
            if (isThere) {
                System.arraycopy(all, (int) index * bytes, block, i * bytes, bytes);
            }
        }
        return block;
    }

    private static byte[] written(RankShard shard, RandomSource source) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        shard.write(Channels.newChannel(bytes), source);
        assertThat(bytes.size()).isEqualTo((int) shard.bytes());
        return bytes.toByteArray();
    }

    private void assertSame(Map<String, byte[]> found) {
        assertThat(found.keySet()).isEqualTo(whole.keySet());
        found.forEach((name, bytes) ->
                assertThat(Arrays.equals(bytes, whole.get(name))).as(name).isTrue());
    }

    private static JsonNode header(byte[] file) throws IOException {
        return new ObjectMapper().readTree(file, Long.BYTES, length(file));
    }

    private static int length(byte[] file) {
        return (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private static Map<String, byte[]> tensors(byte[] file) throws IOException {
        Map<String, byte[]> tensors = new HashMap<>();
        int data = Long.BYTES + length(file);
        header(file).properties().stream()
                .filter(entry -> !entry.getKey().equals("__metadata__"))
                .forEach(entry -> {
                    JsonNode offsets = entry.getValue().get("data_offsets");
                    tensors.put(
                            entry.getKey(),
                            Arrays.copyOfRange(
                                    file,
                                    data + offsets.get(0).asInt(),
                                    data + offsets.get(1).asInt()));
                });
        return tensors;
    }

    private static Map<String, long[]> shapes(byte[] file) throws IOException {
        Map<String, long[]> shapes = new HashMap<>();
        header(file).properties().stream()
                .filter(entry -> !entry.getKey().equals("__metadata__"))
                .forEach(entry -> {
                    JsonNode sizes = entry.getValue().get("shape");
                    long[] dims = new long[sizes.size()];
                    Arrays.setAll(dims, i -> sizes.get(i).asLong());
                    shapes.put(entry.getKey(), dims);
                });
        return shapes;
    }

    private static double[] values(byte[] bytes, DType dtype) {
        ByteBuffer elements = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[bytes.length / dtype.bytes()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (dtype) {
                case F64 -> elements.getDouble();
                case F32 -> elements.getFloat();
                case BF16 -> Float.intBitsToFloat(elements.getShort() << 16);
                case F16 -> half(elements.getShort());
                case I32 -> elements.getInt();
                case I64 -> elements.getLong();
            };
        }
        return values;
    }

    /** IEEE 754's binary16. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double magnitude = exponent == 0 ? fraction * 0x1p-24 : (1024 + fraction) * Math.pow(2, exponent - 25);
        return bits < 0 ? -magnitude : magnitude;
    }
}
