package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.PlanShardsTest.serialised;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.initweights.io.Checkpoint;
import org.initweights.io.CheckpointTensor;
import org.initweights.io.SaveOptions;
import org.initweights.testing.ElementValues;
import org.initweights.testing.StoredTensor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random plans in random pieces, compared with the file of initialising all at once, which is read here as the format says, by nothing of
 * this library.
 */
class PlanPiecesTest {

    @TempDir
    private Path folder;

    private final Map<String, StoredTensor> whole = new HashMap<>();

    @ParameterizedTest
    @MethodSource("seeds")
    void piecesHaveTheBytesOfTheWhole(long seed) throws Exception {
        Random random = new Random(seed);
        List<RandomTensor> tensors = RandomTensor.some(random);
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
        whole.putAll(StoredTensor.of(Files.readAllBytes(file)));
        for (RandomTensor tensor : tensors) {
            assertLinks(tensor);
            tensor.start().flatMap(RandomStart::law).ifPresent(law -> assertLaw(tensor, law));
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

    private void assertLinks(RandomTensor tensor) {
        byte[] bytes = bytesOf(tensor.name());
        assertThat(whole.containsKey("tied." + tensor.name())).isFalse();
        if (tensor.isCopied()) {
            assertThat(bytesOf("copy." + tensor.name())).isEqualTo(bytes);
        }
    }

    /** By loops over the axes. */
    private void assertLaw(RandomTensor tensor, RandomStart.Law law) {
        byte[] bytes = bytesOf(tensor.name());
        long[] dims = tensor.shape().dims();
        long[] index = new long[dims.length];
        for (int i = 0; i < bytes.length / tensor.dtype().bytes(); i++) {
            assertRounded(tensor, bytes, i, law.at(index, dims));
            for (int axis = index.length - 1; axis >= 0 && ++index[axis] == dims[axis]; axis--) {
                index[axis] = 0;
            }
        }
    }

    /** By the file of the same plan without the functions. */
    private void functions(List<RandomTensor> tensors, RandomSource source) throws IOException {
        Path file = folder.resolve("untransformed.safetensors");
        Plan.of(builder -> tensors.forEach(tensor -> tensor.untransformed().declare(builder)))
                .initialize(file, source);
        Map<String, StoredTensor> drawn = StoredTensor.of(Files.readAllBytes(file));
        for (RandomTensor tensor : tensors) {
            tensor.start().flatMap(RandomStart::drawn).ifPresent(law -> {
                double[] x = ElementValues.of(
                        Objects.requireNonNull(drawn.get(tensor.name())).bytes(),
                        tensor.untransformed().dtype());
                for (int i = 0; i < x.length; i++) {
                    assertRounded(
                            tensor, bytesOf(tensor.name()), i, law.function().applyAsDouble(x[i]));
                }
            });
        }
    }

    /** Whether an element is the nearest of its type to what it should be. */
    private static void assertRounded(RandomTensor tensor, byte[] bytes, int element, double exact) {
        int size = tensor.dtype().bytes();
        byte[] stored = Arrays.copyOfRange(bytes, element * size, (element + 1) * size);
        double value = ElementValues.of(stored, tensor.dtype())[0];
        boolean isRight;
        if (size == 2) {
            int bits = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getShort();
            isRight = Math.signum(value) * exact >= 0;
            for (int neighbour : new int[] {bits - 1, bits + 1}) {
                double other =
                        ElementValues.of(new byte[] {(byte) neighbour, (byte) (neighbour >> 8)}, tensor.dtype())[0];
                double farther = Math.abs(other - exact) - Math.abs(value - exact);
                boolean otherSign = (neighbour & 0x8000) != (bits & 0x8000);
                isRight &= otherSign || farther > 0 || (farther == 0 && bits % 2 == 0);
            }
        } else {
            isRight = value == (tensor.dtype() == DType.F32 ? (float) exact : exact);
        }
        assertThat(isRight)
                .as("%s %s, element %d: %s for %s", tensor.name(), tensor.initializer(), element, value, exact)
                .isTrue();
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
        Map<String, StoredTensor> found = new HashMap<>();
        for (Plan.Shard shard : plan.shards(SaveOptions.defaults().withShardsOf(1 + random.nextInt(20_000)))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Plan.Shard copy = random.nextBoolean() ? shard : serialised(shard);
            long from = 0;
            while (from < copy.bytes()) {
                long to = Math.min(copy.bytes(), from + 1 + random.nextInt(2_000_000));
                copy.write(Channels.newChannel(bytes), source, from, to);
                from = to;
            }
            found.putAll(StoredTensor.of(bytes.toByteArray()));
        }
        assertSame(found);
    }

    private void ranges(Plan plan, RandomSource source, Random random) {
        for (Parameter parameter : plan.parameters()) {
            double[] expected = ElementValues.of(bytesOf(parameter), parameter.dtype());
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
                    StoredTensor own = Objects.requireNonNull(
                            StoredTensor.of(written(shard, source)).get(parameter.name()));
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
                    assertThat(own.shape()).isEqualTo(local);
                    assertThat(own.bytes()).isEqualTo(block(parameter, begin, local, bytes));
                }
            }
        }
    }

    private byte[] bytesOf(Parameter parameter) {
        return bytesOf(parameter.name());
    }

    private byte[] bytesOf(String name) {
        return Objects.requireNonNull(whole.get(name), name).bytes();
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

    private void assertSame(Map<String, StoredTensor> found) {
        assertThat(found.keySet()).isEqualTo(whole.keySet());
        found.forEach((name, tensor) -> assertThat(Arrays.equals(tensor.bytes(), bytesOf(name)))
                .as(name)
                .isTrue());
    }
}
