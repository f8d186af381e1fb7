package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.initweights.DType;
import org.initweights.InitializeOptions;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredWeightsTest {

    @TempDir
    private Path folder;

    /** A tensor whose elements are their own numbers. */
    private Path numbered(long... sizes) throws IOException {
        Path file = folder.resolve("numbered.safetensors");
        Parameters parameters =
                Weights.of(p -> p.tensor("w", Initializers.zeros(), sizes)).parameters();
        Parameter w = parameters.get("w");
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(w.elements() * Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < w.elements(); i++) {
            bytes.putFloat(i);
        }
        w.decode(0, Math.toIntExact(w.elements()), bytes.flip());
        parameters.save(file);
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        // One band, and several of the first axis and of an inner one.
        "'3,4,5,2', '3,0,2,1'",
        "'3,4,5,2', '0,1,2,3'",
        "'7', '0'",
        "'300,200,50', '2,0,1'",
        "'300,200,50', '1,2,0'",
        "'300,200,50', '0,2,1'",
        "'1000,2,1500', '1,2,0'",
        "'1,1,3000000', '2,1,0'",
        "'1,1,3000000', '0,2,1'",
        "'2500,1200', '1,0'",
        "'0,4,3', '2,0,1'"
    })
    void elementsAreWhereTheOrderOfTheAxesSays(String sizeList, String axisList) throws IOException {
        long[] sizes = IntStream.of(numbers(sizeList)).asLongStream().toArray();
        int[] axes = numbers(axisList);
        Path file = numbered(sizes);
        Random random = new Random(axisList.hashCode());
        try (StoredWeights weights =
                StoredWeights.open(file, LoadOptions.lenient().permuted("w", axes))) {
            WeightTensor tensor = weights.find("w").orElseThrow();
            assertThat(tensor.shape().dims())
                    .isEqualTo(IntStream.of(axes).mapToLong(axis -> sizes[axis]).toArray());
            long elements = tensor.elements();
            for (int i = 0; i < 40 && elements > 0; i++) {
                long from = random.nextLong(elements);
                double[] some = new double[(int) Math.min(elements - from, 1 + random.nextInt(20_000))];
                tensor.read(from, some);
                int at = random.nextInt(some.length);
                assertThat(some[at]).isEqualTo((double) source(from + at, sizes, axes));
            }
            double[] all = new double[(int) elements];
            tensor.read(0, all);
            for (int i = 0; i < all.length; i++) {
                if (all[i] != source(i, sizes, axes)) {
                    throw new AssertionError("element " + i + " is " + all[i]);
                }
            }
        }
    }

    private static int[] numbers(String list) {
        return List.of(list.split(",")).stream().mapToInt(Integer::parseInt).toArray();
    }

    /** The number in the file of an element of the result, counted through the axes. */
    private static long source(long element, long[] sizes, int[] axes) {
        long[] position = new long[sizes.length];
        long rest = element;
        for (int i = axes.length - 1; i >= 0; i--) {
            position[axes[i]] = rest % sizes[axes[i]];
            rest /= sizes[axes[i]];
        }
        long index = 0;
        for (int axis = 0; axis < sizes.length; axis++) {
            index = index * sizes[axis] + position[axis];
        }
        return index;
    }

    @ParameterizedTest
    @ValueSource(strings = {"safetensors", "npz", "deflated"})
    void bytesAreReadFromAnywhere(String format) throws IOException {
        Parameters parameters = Weights.of(p -> p.tensor("w", Initializers.normal(0, 1), 300, 70))
                .parameters();
        parameters.initialize(3);
        Path file = folder.resolve("w");
        switch (format) {
            case "npz" -> Npz.write(parameters, file);
            case "deflated" -> Npz.writeCompressed(parameters, file);
            default -> parameters.save(file);
        }
        ByteBuffer expected = ByteBuffer.allocate(84_000).order(ByteOrder.LITTLE_ENDIAN);
        parameters.get("w").encode(0, 21_000, expected);
        Random random = new Random(format.length());
        try (StoredWeights weights = StoredWeights.open(file)) {
            WeightTensor tensor = weights.find("w").orElseThrow();
            for (int i = 0; i < 100; i++) {
                int from = random.nextInt(84_000);
                ByteBuffer some = ByteBuffer.allocate(random.nextInt(84_000 - from));
                tensor.readBytes(from, some);
                assertThat(some.flip()).isEqualTo(expected.slice(from, some.capacity()));
            }
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> tensor.readBytes(83_999, ByteBuffer.allocate(2)));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> tensor.read(20_999, new double[2]));
        }
    }

    @Test
    void aWrongChecksumIsFoundWhileElementsAreRead() throws IOException {
        Path file = folder.resolve("w.npz");
        Npz.write(Weights.of(p -> p.tensor("w", Initializers.ones(), 500)).parameters(), file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[1000] ^= 1;
        Files.write(file, bytes);
        Path copy = folder.resolve("copy.safetensors");
        try (StoredWeights weights = StoredWeights.open(file)) {
            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> WeightCopy.of(weights).toSafetensors(copy, SaveOptions.defaults()))
                    .withMessageContaining("the checksum is wrong");
        }
        assertThat(copy).doesNotExist();
    }

    @Test
    void optionsThatNeedAModelAreRefused() throws IOException {
        Path file = numbered(2);
        LoadOptions converted = LoadOptions.strict().converted();
        LoadOptions rest = LoadOptions.strict().initializingRest(RandomSource.seeded(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoredWeights.open(file, converted))
                .withMessageContaining("without a model only names and axes change");
        assertThatIllegalArgumentException().isThrownBy(() -> StoredWeights.open(file, rest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seeded", "torch", "jax"})
    void aPlanBeginsAsAModelThatLoads(String source) throws IOException {
        Path base = folder.resolve("base.safetensors");
        NamedTensors.saved(
                base,
                Map.of("model.a.w", new long[] {30, 40}, "model.b.w", new long[] {40, 30}, "model.c", new long[] {7}));
        LoadOptions options = LoadOptions.lenient()
                .withoutPrefix("model.")
                .transposed("b.w")
                .converted()
                .initializingRest(
                        switch (source) {
                            case "seeded" -> RandomSource.seeded(4);
                            case "torch" -> RandomSource.torch(4);
                            default -> RandomSource.jax(4);
                        });
        Weights model = Weights.of(p -> p.tensor("new.w", Initializers.kaimingUniform(), 50, 60)
                .tensor("a.w", Initializers.normal(0, 1), 30, 40)
                .tensor("other.w", DType.BF16, Initializers.truncNormal(0, 1, -2, 2), 50, 60)
                .tensor("b.w", DType.F16, Initializers.zeros(), 30, 40)
                .tensor("c", Initializers.normal(0, 1), 8));
        Plan plan = Plan.of(model.parameters());
        Path begun = folder.resolve("begun.safetensors");
        List<LoadedTensor> done = plan.initialize(begun, base, options, InitializeOptions.defaults());

        LoadReport loaded = model.parameters()
                .load(
                        base,
                        options.initializingRest(
                                switch (source) {
                                    case "seeded" -> RandomSource.seeded(4);
                                    case "torch" -> RandomSource.torch(4);
                                    default -> RandomSource.jax(4);
                                }));
        Path saved = folder.resolve("saved.safetensors");
        model.parameters().save(saved);
        assertThat(done).isEqualTo(loaded.tensors());
        assertThat(begun).hasSameBinaryContentAs(saved);
    }

    @Test
    void aPlanDoesNotBeginWithWhatDoesNotFit() throws IOException {
        Path base = numbered(3);
        Plan plan = Plan.of(p -> p.tensor("w", Initializers.zeros(), 3).tensor("missing", Initializers.zeros(), 2));
        Path file = folder.resolve("model.safetensors");
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> plan.initialize(file, base, LoadOptions.strict(), InitializeOptions.defaults()))
                .withMessageContaining("missing: missing in the file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.initialize(file, base, LoadOptions.lenient(), InitializeOptions.defaults()))
                .withMessageContaining("[missing]")
                .withMessageContaining("initializingRest(source)");
        List<Path> left = new ArrayList<>();
        try (var files = Files.list(folder)) {
            files.forEach(left::add);
        }
        assertThat(left).isEqualTo(Collections.singletonList(base));
    }
}
