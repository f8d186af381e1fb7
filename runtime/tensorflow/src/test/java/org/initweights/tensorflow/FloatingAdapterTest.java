package org.initweights.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.initweights.Initializer;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.EagerSession;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.family.TFloating;

/** Tensors of TensorFlow get, in their own memory, the bits that arrays of their type get. */
class FloatingAdapterTest {

    private static final TensorShape SHAPE = TensorShape.of(3, 3, 8, 16);

    private static final Map<String, Initializer> INITIALIZERS = Map.of(
            "kaiming normal", kaimingNormal(),
            "truncated normal", truncNormal(0, 1, -2, 2),
            "uniform", uniform(-1, 1),
            "orthogonal", orthogonal());

    private static final Map<String, Supplier<RandomSource>> SOURCES = Map.of(
            "seeded", () -> RandomSource.seeded(42),
            "torch", () -> RandomSource.torch(42));

    private static Stream<Arguments> cases() {
        return FloatingType.all().stream()
                .flatMap(type -> INITIALIZERS.keySet().stream()
                        .flatMap(initializer ->
                                SOURCES.keySet().stream().map(source -> Arguments.of(type, initializer, source))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T extends TFloating> void drawsWhatAnArrayGets(FloatingType<T> type, String initializer, String source) {
        Initializer rule = Objects.requireNonNull(INITIALIZERS.get(initializer));
        Supplier<RandomSource> random = Objects.requireNonNull(SOURCES.get(source));
        try (T tensor = Tensor.of(type.type(), Shape.of(SHAPE.dims()))) {
            Parameters.of(p -> type.add(p, "kernel", tensor, rule, SHAPE)).initialize(random.get());
            assertThat(type.bytes(tensor)).isEqualTo(type.array().bytes("kernel", rule, SHAPE, random.get()));
        }
    }

    static List<FloatingType<?>> types() {
        return FloatingType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends TFloating> void givesItsOwnMemory(FloatingType<T> type) {
        try (T tensor = Tensor.of(type.type(), Shape.of(5, 7))) {
            ByteBuffer memory = type.adapter().memory(tensor).orElseThrow();
            assertThat(memory.remaining()).isEqualTo(35 * type.dtype().bytes());
            assertThat(memory.order()).isEqualTo(ByteOrder.nativeOrder());
            memory.put(memory.remaining() - 1, (byte) 77);
            assertThat(tensor.asRawTensor().data().getByte(memory.remaining() - 1))
                    .isEqualTo((byte) 77);
        }
    }

    /** As for tensors of more than 2 GB, which have no memory to give. */
    @ParameterizedTest
    @MethodSource("types")
    <T extends TFloating> void readsAndWritesPieces(FloatingType<T> type) {
        float[] some = {1, -2.5f, 0.0078125f, Float.POSITIVE_INFINITY, -0f};
        try (T tensor = Tensor.of(type.type(), Shape.of(10))) {
            type.adapter().put(tensor, 0, new float[10], 10);
            type.adapter().put(tensor, 3, some, 5);
            float[] floats = new float[5];
            type.adapter().read(tensor, 3, floats, 5);
            assertThat(floats).containsExactly(some);
            double[] doubles = new double[6];
            type.adapter().read(tensor, 2, doubles, 6);
            assertThat(doubles).containsExactly(0, 1, -2.5, 0.0078125, Double.POSITIVE_INFINITY, -0.0);
            assertThat(type.adapter().get(tensor, 4)).isEqualTo(-2.5);
            if (tensor instanceof FloatNdArray array) {
                assertThat(array.getFloat(4)).isEqualTo(-2.5f);
                assertThat(array.getFloat(8)).isZero();
            }
        }
    }

    @Test
    void keepsDoublesWhole() {
        try (TFloat64 tensor = TFloat64.tensorOf(Shape.of(3))) {
            new TFloat64Adapter().put(tensor, 1, new double[] {Math.PI, Math.E}, 2);
            assertThat(tensor.getDouble(1)).isEqualTo(Math.PI);
            assertThat(new TFloat64Adapter().get(tensor, 2)).isEqualTo(Math.E);
        }
    }

    /** TensorFlow's own operations compute with what was written. */
    @ParameterizedTest
    @MethodSource("types")
    <T extends TFloating> void isSeenByOperations(FloatingType<T> type) {
        try (EagerSession session = EagerSession.create();
                T tensor = Tensor.of(type.type(), Shape.of(200, 300))) {
            Parameters.of(p -> type.add(p, "w", tensor, normal(3, 0.5), TensorShape.of(200, 300)))
                    .initialize(42);
            Ops tf = Ops.create(session);
            Operand<TFloat64> values = tf.dtypes.cast(tf.constantOf(tensor), TFloat64.class);
            Operand<TFloat64> mean = tf.math.mean(values, tf.constant(new int[] {0, 1}));
            Operand<TFloat64> variance =
                    tf.math.mean(tf.math.squaredDifference(values, mean), tf.constant(new int[] {0, 1}));
            // 60,000 draws: six standard errors of the mean, and more than that of the variance.
            assertThat(mean.asTensor().getDouble()).isCloseTo(3, within(0.0125));
            assertThat(variance.asTensor().getDouble()).isCloseTo(0.25, within(0.01));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends TFloating> void fitsScalarsAndTensorsWithoutElements(FloatingType<T> type) {
        try (T scalar = Tensor.of(type.type(), Shape.of());
                T empty = Tensor.of(type.type(), Shape.of(0, 3))) {
            type.adapter().put(scalar, 0, new float[] {5}, 1);
            assertThat(type.adapter().get(scalar, 0)).isEqualTo(5);
            assertThat(type.adapter().memory(scalar).orElseThrow().remaining())
                    .isEqualTo(type.dtype().bytes());
            assertThat(type.adapter().memory(empty).orElseThrow().remaining()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends TFloating> void allocatesTensorsOfItsType(FloatingType<T> type) {
        try (T tensor = type.adapter().allocate(TensorShape.of(2, 3))) {
            assertThat(tensor.shape()).isEqualTo(Shape.of(2, 3));
            assertThat(tensor.type()).isEqualTo(type.type());
            assertThat(type.adapter().dtype(tensor)).isEqualTo(type.dtype());
        }
    }

    /** A result that an operation passes on is another tensor over the same memory. */
    @Test
    void knowsMemoryByItsAddress() {
        try (EagerSession session = EagerSession.create()) {
            Ops tf = Ops.create(session);
            Operand<TFloat32> one = tf.math.add(tf.constant(new float[] {1, 2}), tf.constant(new float[] {3, 4}));
            TFloat32 first = one.asTensor();
            TFloat32 second = tf.identity(one).asTensor();
            assertThat(second).isNotSameAs(first);
            Parameters tied = Parameters.of(p -> p.tensor("a", first, new TFloat32Adapter(), TensorShape.of(2))
                    .tensor("b", second, new TFloat32Adapter(), TensorShape.of(2)));
            assertThat(tied.size()).isEqualTo(1);
            assertThat(tied.get("a").names()).containsExactly("a", "b");
        }
    }
}
