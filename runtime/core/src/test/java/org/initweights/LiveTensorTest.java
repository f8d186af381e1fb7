package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.zeros;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tensors that are already there, filled one by one or as parameters. */
class LiveTensorTest {

    /** What NumPy computes from streams.md: the first elements of the tensors 0, 1 and 2 of seed 42. */
    private static final float[][] SEQUENCE = {
        {0.12600159645080566f, 0.46994656324386597f, 0.11326682567596436f},
        {0.31698018312454224f, 0.45463818311691284f, 0.5879374146461487f},
        {0.8970189094543457f, 0.26066577434539795f, 0.044458866119384766f}
    };

    @TempDir
    private Path folder;

    /** A tensor of somebody's own: one object for each row. */
    record Rows(List<float[]> rows) {}

    static final class RowsAdapter implements TensorAdapter<Rows> {

        @Override
        public Rows allocate(TensorShape shape) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long elements(Rows tensor) {
            return tensor.rows.stream().mapToLong(row -> row.length).sum();
        }

        @Override
        public double get(Rows tensor, long index) {
            int length = tensor.rows.get(0).length;
            return tensor.rows.get((int) (index / length))[(int) (index % length)];
        }

        @Override
        public void put(Rows tensor, long offset, float[] values, int count) {
            int length = tensor.rows.get(0).length;
            for (int i = 0; i < count; i++) {
                tensor.rows.get((int) ((offset + i) / length))[(int) ((offset + i) % length)] = values[i];
            }
        }
    }

    @Test
    void fillsAsPyTorchDoesAfterTheSameSeed() {
        // torch.manual_seed(0); torch.empty(2, 3).normal_()
        float[] normal = new float[6];
        normal(0, 1).fill(normal, TensorShape.of(2, 3), RandomSource.torch(0));
        float[] expected = {1.5410f, -0.2934f, -2.1788f, 0.5684f, -1.0845f, -1.3986f};
        for (int i = 0; i < expected.length; i++) {
            assertThat(normal[i]).isCloseTo(expected[i], within(5e-5f));
        }
        // torch.manual_seed(0); torch.rand(5)
        float[] uniform = new float[5];
        uniform(0, 1).fill(uniform, TensorShape.of(5), RandomSource.torch(0));
        float[] rand = {0.4963f, 0.7682f, 0.0885f, 0.1320f, 0.3074f};
        for (int i = 0; i < rand.length; i++) {
            assertThat(uniform[i]).isCloseTo(rand[i], within(5e-5f));
        }
    }

    @Test
    void aSequenceNumbersTensorsInTheOrderInWhichTheyAreDrawn() {
        RandomSource random = RandomSource.sequence(42);
        for (float[] expected : SEQUENCE) {
            float[] drawn = new float[3];
            uniform(0, 1).fill(drawn, TensorShape.of(3), random);
            assertThat(drawn).containsExactly(expected);
        }
    }

    @Test
    void everyTensorOfASequenceCountsWhateverItsTypeIs() {
        RandomSource random = RandomSource.sequence(42);
        zeros().fill(new double[2][3], TensorShape.of(2, 3), random);
        ones().fill(new short[4], HalfFormat.BF16, TensorShape.of(4), random);
        float[] third = new float[3];
        uniform(0, 1).fill(third, TensorShape.of(3), random);
        assertThat(third).containsExactly(SEQUENCE[2]);
    }

    @Test
    void parametersOfASequenceDrawInTheirOrder() {
        float[] first = new float[3];
        float[] second = new float[3];
        Parameters.of(p -> p.tensor("b", first, uniform(0, 1), 3).tensor("a", second, uniform(0, 1), 3))
                .initialize(RandomSource.sequence(42));
        assertThat(first).containsExactly(SEQUENCE[0]);
        assertThat(second).containsExactly(SEQUENCE[1]);
    }

    @Test
    void aFailedFillTakesNoNumber() {
        RandomSource random = RandomSource.sequence(42);
        assertThatIllegalArgumentException().isThrownBy(() -> ones().fill(new float[3], TensorShape.of(4), random));
        float[] drawn = new float[3];
        uniform(0, 1).fill(drawn, TensorShape.of(3), random);
        assertThat(drawn).containsExactly(SEQUENCE[0]);
    }

    @Test
    void threadsThatShareASequenceDrawDifferentTensors() throws Exception {
        RandomSource random = RandomSource.sequence(7);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<float[]>> tasks = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                tasks.add(() -> {
                    float[] drawn = new float[8];
                    uniform(0, 1).fill(drawn, TensorShape.of(8), random);
                    return drawn;
                });
            }
            List<String> all = new ArrayList<>();
            for (Future<float[]> drawn : threads.invokeAll(tasks)) {
                all.add(Arrays.toString(drawn.get()));
            }
            assertThat(all).doesNotHaveDuplicates();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void refusesTensorsWithoutNameFromSourcesThatGoByNames() {
        float[] tensor = new float[4];
        for (RandomSource random : List.of(RandomSource.seeded(42), RandomSource.jax(42))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ones().fill(tensor, TensorShape.of(4), random))
                    .withMessageContaining("give this one a name, or use RandomSource.sequence(seed)");
        }
        assertThat(tensor).containsOnly(0);
    }

    @Test
    void everyTypeHoldsTheSameNumbersUnderTheSameName() {
        RandomSource random = RandomSource.seeded(42);
        TensorShape shape = TensorShape.of(3, 4);
        float[] floats = new float[12];
        normal(0, 1).fill("w", floats, shape, random);
        assertThat(floats).doesNotContain(0);

        FloatBuffer buffer = FloatBuffer.allocate(12);
        normal(0, 1).fill("w", buffer, shape, random);
        assertThat(buffer.array()).containsExactly(floats);

        float[][] nested = new float[3][4];
        normal(0, 1).fill("w", nested, shape, random);
        assertThat(nested[2]).containsExactly(Arrays.copyOfRange(floats, 8, 12));

        Rows rows = new Rows(List.of(new float[4], new float[4], new float[4]));
        normal(0, 1).fill("w", rows, new RowsAdapter(), shape, random);
        assertThat(rows.rows.get(1)).containsExactly(Arrays.copyOfRange(floats, 4, 8));

        short[] halves = new short[12];
        normal(0, 1).fill("w", halves, HalfFormat.BF16, shape, random);
        ShortBuffer halfBuffer =
                ByteBuffer.allocateDirect(24).order(ByteOrder.nativeOrder()).asShortBuffer();
        normal(0, 1).fill("w", halfBuffer, HalfFormat.BF16, shape, random);
        for (int i = 0; i < 12; i++) {
            assertThat(Float.intBitsToFloat(halves[i] << 16)).isCloseTo(floats[i], within(Math.abs(floats[i]) / 128));
            assertThat(halfBuffer.get(i)).isEqualTo(halves[i]);
        }

        double[] doubles = new double[12];
        DoubleBuffer doubleBuffer = DoubleBuffer.allocate(12);
        normal(0, 1).fill("w", doubles, shape, random);
        normal(0, 1).fill("w", doubleBuffer, shape, random);
        assertThat(doubleBuffer.array()).containsExactly(doubles);
        assertThat(Arrays.stream(doubles).distinct().count()).isEqualTo(12);
    }

    @Test
    void parametersOverTensorsAreNamedSavedAndLoaded() throws Exception {
        float[] weight = new float[64 * 27];
        double[] bias = new double[64];
        Rows rows = new Rows(List.of(new float[2], new float[2]));
        Parameters parameters = Parameters.of(p -> p.tensor(
                        "conv.weight", weight, kaimingNormal(FanMode.FAN_OUT, Nonlinearity.RELU), 64, 3, 3, 3)
                .scope(
                        "fc",
                        fc -> fc.tensor("bias", bias, constant(0.5), 64)
                                .scope("out", out -> out.tensor("rows", rows, new RowsAdapter(), ones(), 2, 2))));
        assertThat(weight).containsOnly(0);
        parameters.initialize(42);
        assertThat(parameters.stream().map(Parameter::name)).containsExactly("conv.weight", "fc.bias", "fc.out.rows");
        assertThat(bias).containsOnly(0.5);
        assertThat(rows.rows.get(1)).containsExactly(1, 1);

        Path file = folder.resolve("model.safetensors");
        parameters.save(file);
        float[] saved = weight.clone();
        Arrays.fill(weight, 0);
        parameters.load(file);
        assertThat(weight).containsExactly(saved);
    }

    @Test
    void oneTensorUnderTwoNamesIsOneParameter() {
        float[] shared = new float[6];
        Parameters parameters =
                Parameters.of(p -> p.tensor("head", shared, ones(), 2, 3).tensor("embed", shared, ones(), 2, 3));
        assertThat(parameters.size()).isEqualTo(1);
    }

    @Test
    void whatDoesNotFitIsRefusedByNameAndNothingIsWritten() {
        float[] fits = new float[4];
        float[] whole = new float[8];
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Parameters.of(p -> p.tensor("fits", fits, ones(), 4).tensor("short", new float[3], ones(), 4)))
                .withMessage("short: shape [4] needs 4 elements, but its storage has 3");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Parameters.of(p -> p.tensor("a", fits, ones(), 4).tensor("a", new float[4], ones(), 4)))
                .withMessageContaining("a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.of(p -> p.tensor("none", nothing(), ones(), 4)))
                .withMessage("none: the tensor is null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.of(p -> p.tensor("ints", new byte[2][2], ones(), 2, 2)))
                .withMessage("ints: a byte[][] holds neither floats nor doubles; other types need a TensorAdapter");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.of(p -> p.tensor("", fits, ones(), 4)))
                .withMessageContaining("is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.of(p -> p.tensor("front", FloatBuffer.wrap(whole, 0, 6), ones(), 6)
                        .tensor("all", whole, ones(), 8)))
                .withMessageContaining("front");
        assertThatThrownBy(() -> Parameters.of(
                        p -> p.tensor("vector", fits, kaimingNormal(FanMode.FAN_IN, Nonlinearity.RELU), 4)))
                .isInstanceOf(InitializationException.class)
                .hasMessageContaining("vector");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ones().fill(
                                "read",
                                FloatBuffer.allocate(4).asReadOnlyBuffer(),
                                TensorShape.of(4),
                                RandomSource.seeded(1)))
                .withMessageContaining("read");
        assertThat(fits).containsOnly(0);
        assertThat(whole).containsOnly(0);
    }

    /** What users get who do not check for null. */
    @SuppressWarnings("NullAway")
    private static float[] nothing() {
        return null;
    }
}
