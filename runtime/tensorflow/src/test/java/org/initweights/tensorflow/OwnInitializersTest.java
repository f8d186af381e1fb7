package org.initweights.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.initweights.Initializers.glorotUniform;

import java.util.stream.IntStream;
import org.initweights.RandomSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.EagerSession;
import org.tensorflow.framework.initializers.Glorot;
import org.tensorflow.framework.initializers.He;
import org.tensorflow.framework.initializers.Initializer;
import org.tensorflow.framework.initializers.LeCun;
import org.tensorflow.framework.initializers.RandomNormal;
import org.tensorflow.framework.initializers.RandomUniform;
import org.tensorflow.framework.initializers.TruncatedNormal;
import org.tensorflow.framework.initializers.VarianceScaling.Distribution;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What TensorFlow's own initializers really do, as the page says. If this fails, TensorFlow has changed, and so must the page. */
class OwnInitializersTest {

    private static final long[] DENSE = {784, 256};
    private static final long[] KERNEL = {3, 3, 64, 128};

    private final EagerSession session = EagerSession.create();
    private final Ops tf = Ops.create(session);

    @AfterEach
    void close() {
        session.close();
    }

    private record Moments(double mean, double std) {}

    private Moments moments(Initializer<TFloat32> initializer, long... dims) {
        TFloat32 tensor =
                initializer.call(tf, tf.constant(dims), TFloat32.class).asTensor();
        float[] values = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(values);
        double mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
        double square = IntStream.range(0, values.length)
                .mapToDouble(i -> Math.pow(values[i] - mean, 2))
                .average()
                .orElseThrow();
        return new Moments(mean, Math.sqrt(square));
    }

    private static Initializer<TFloat32> scaling(String name, Distribution distribution) {
        return switch (name) {
            case "Glorot" -> new Glorot<>(distribution, 42);
            case "He" -> new He<>(distribution, 42);
            case "LeCun" -> new LeCun<>(distribution, 42);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "Glorot, NORMAL,           0.0438, 0.0043",
        "Glorot, TRUNCATED_NORMAL, 0.0439, 0.0043",
        "Glorot, UNIFORM,          0.0219, 0.0021",
        "He,     NORMAL,           0.0505, 0.0074",
        "He,     TRUNCATED_NORMAL, 0.0506, 0.0074",
        "He,     UNIFORM,          0.0253, 0.0037",
        "LeCun,  NORMAL,           0.0357, 0.0052",
        "LeCun,  TRUNCATED_NORMAL, 0.0358, 0.0052",
        "LeCun,  UNIFORM,          0.0179, 0.0026"
    })
    void scalesByTheseDeviations(String name, Distribution distribution, double dense, double kernel) {
        assertThat(moments(scaling(name, distribution), DENSE).std()).isCloseTo(dense, offset(1e-4));
        assertThat(moments(scaling(name, distribution), KERNEL).std()).isCloseTo(kernel, offset(1e-4));
    }

    @Test
    void scalesUniformsToOneSideOfZero() {
        Moments theirs = moments(new Glorot<>(Distribution.UNIFORM, 42), DENSE);
        assertThat(theirs.mean()).isCloseTo(0.0380, offset(1e-4));
        Moments ours = moments(TensorFlowInitializer.of(glorotUniform(), RandomSource.sequence(42)), DENSE);
        assertThat(ours.mean()).isCloseTo(0, offset(5e-4));
        assertThat(ours.std()).isCloseTo(0.0438, offset(2e-4));
    }

    /** Fans of 9 · 64 and 9 · 128 become 64 times as many. */
    @Test
    void countsTheChannelsOfAKernelTwice() {
        Moments ours = moments(TensorFlowInitializer.of(glorotUniform(), RandomSource.sequence(42)), KERNEL);
        assertThat(ours.std()).isCloseTo(0.0340, offset(2e-4));
        Moments theirs = moments(new Glorot<>(Distribution.NORMAL, 42), KERNEL);
        assertThat(ours.std() / theirs.std()).isCloseTo(8, offset(0.1));
    }

    /** The factor is the number of input channels. */
    @Test
    void countsThemTwiceWhateverTheirNumber() {
        Moments theirs = moments(new LeCun<>(Distribution.NORMAL, 42), 3, 3, 16, 128);
        assertThat(theirs.std()).isCloseTo(Math.sqrt(1.0 / (9 * 16 * 16)), offset(2e-4));
    }

    @Test
    void hasTheseDefaults() {
        assertThat(moments(new RandomNormal<>(42), DENSE).std()).isCloseTo(0.9992, offset(1e-4));
        assertThat(moments(new TruncatedNormal<>(42), DENSE).std()).isCloseTo(0.0440, offset(1e-4));
        assertThat(moments(new RandomUniform<>(42), DENSE).std()).isCloseTo(0.0289, offset(1e-4));
    }

    @Test
    void givesEqualTensorsEqualValues() {
        Initializer<TFloat32> initializer = new Glorot<>(Distribution.NORMAL, 42);
        TFloat32 first =
                initializer.call(tf, tf.constant(DENSE), TFloat32.class).asTensor();
        TFloat32 second =
                initializer.call(tf, tf.constant(DENSE), TFloat32.class).asTensor();
        assertThat(FloatingType.SINGLE.bytes(first)).isEqualTo(FloatingType.SINGLE.bytes(second));
    }

    /** Different shapes from one seed: the same numbers, scaled. */
    @Test
    void givesEveryLayerTheSameNumbers() {
        float[] first = normals(8, 8);
        float[] second = normals(8, 16);
        double ratio = second[0] / first[0];
        for (int i = 0; i < first.length; i++) {
            assertThat(second[i] / first[i]).isCloseTo((float) ratio, offset(1e-5f));
        }
    }

    private float[] normals(long... dims) {
        TFloat32 tensor = new Glorot<TFloat32>(Distribution.NORMAL, 42)
                .call(tf, tf.constant(dims), TFloat32.class)
                .asTensor();
        float[] values = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }
}
