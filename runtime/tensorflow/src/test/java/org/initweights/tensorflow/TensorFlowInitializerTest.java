package org.initweights.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.initweights.Initializers.dirac;
import static org.initweights.Initializers.glorotUniform;
import static org.initweights.Initializers.normal;

import java.util.List;
import org.initweights.InitializationException;
import org.initweights.Layout;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.EagerSession;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.framework.initializers.Initializer;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TFloating;

/** The library's initializers where TensorFlow takes its own. */
class TensorFlowInitializerTest {

    private static final TensorShape SHAPE = TensorShape.of(30, 40).withLayout(Layout.SPATIAL_IN_OUT);

    static List<FloatingType<?>> types() {
        return FloatingType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends TFloating> void drawsEagerly(FloatingType<T> type) {
        try (EagerSession session = EagerSession.create()) {
            Ops tf = Ops.create(session);
            Initializer<T> initializer = TensorFlowInitializer.of(glorotUniform(), RandomSource.torch(42));
            T tensor = initializer
                    .call(tf, tf.constant(new long[] {30, 40}), type.type())
                    .asTensor();
            assertThat(tensor.shape()).isEqualTo(Shape.of(30, 40));
            assertThat(type.bytes(tensor))
                    .isEqualTo(type.array().bytes("any", glorotUniform(), SHAPE, RandomSource.torch(42)));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends TFloating> void drawsIntoAGraph(FloatingType<T> type) {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Initializer<T> initializer = TensorFlowInitializer.of(glorotUniform(), RandomSource.torch(42));
            Variable<T> variable = tf.variable(initializer.call(tf, tf.constant(new long[] {30, 40}), type.type()));
            try (Tensor tensor = session.runner().fetch(variable).run().get(0)) {
                assertThat(type.bytes(type.type().cast(tensor)))
                        .isEqualTo(type.array().bytes("any", glorotUniform(), SHAPE, RandomSource.torch(42)));
            }
        }
    }

    /** TensorFlow computes with shapes while a graph is built. */
    @Test
    void takesShapesThatTensorFlowComputes() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Initializer<TFloat32> initializer = TensorFlowInitializer.of(normal(), RandomSource.sequence(1));
            Operand<TInt64> cast = tf.dtypes.cast(tf.constant(new int[] {2, 3}), TInt64.class);
            assertThat(initializer.call(tf, cast, TFloat32.class).shape()).isEqualTo(Shape.of(2, 3));
            Variable<TFloat32> like = tf.variable(Shape.of(7), TFloat32.class);
            assertThat(initializer
                            .call(tf, tf.shape(like, TInt64.class), TFloat32.class)
                            .shape())
                    .isEqualTo(Shape.of(7));
            assertThat(initializer
                            .call(tf, tf.constant(new long[0]), TFloat32.class)
                            .shape())
                    .isEqualTo(Shape.of());
        }
    }

    @Test
    void refusesShapesThatAreKnownOnlyWhenTheGraphRuns() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Initializer<TFloat32> initializer =
                    TensorFlowInitializer.of("dense/kernel", normal(), RandomSource.seeded(1));
            Operand<TInt64> dims = tf.withName("dims").placeholder(TInt64.class);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> initializer.call(tf, dims, TFloat32.class))
                    .withMessage("dense/kernel: the shape dims is known only when the graph runs; give a constant, as"
                            + " tf.constant(new long[] {784, 10}), or make the variable by tf.variable(shape, type) and use"
                            + " TensorFlowVariables.parameters(session)");
        }
    }

    @Test
    void givesTensorsOfOneShapeDifferentValues() {
        for (RandomSource source : List.of(RandomSource.sequence(42), RandomSource.torch(42))) {
            try (EagerSession session = EagerSession.create()) {
                Ops tf = Ops.create(session);
                Initializer<TFloat32> initializer = TensorFlowInitializer.of(normal(), source);
                Operand<TInt64> dims = tf.constant(new long[] {8, 8});
                byte[] first = FloatingType.SINGLE.bytes(
                        initializer.call(tf, dims, TFloat32.class).asTensor());
                byte[] second = FloatingType.SINGLE.bytes(
                        initializer.call(tf, dims, TFloat32.class).asTensor());
                assertThat(first).isNotEqualTo(second);
            }
        }
    }

    @Test
    void refusesSourcesThatGoByNamesWhereThereIsNone() {
        try (EagerSession session = EagerSession.create()) {
            Ops tf = Ops.create(session);
            Initializer<TFloat32> initializer = TensorFlowInitializer.of(normal(), RandomSource.seeded(42));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> initializer.call(tf, tf.constant(new long[] {8, 8}), TFloat32.class))
                    .withMessageContaining("would start alike")
                    .withMessageContaining("RandomSource.sequence(seed)");
        }
    }

    @Test
    void drawsOnceUnderAName() {
        try (EagerSession session = EagerSession.create()) {
            Ops tf = Ops.create(session);
            Initializer<TFloat32> initializer =
                    TensorFlowInitializer.of("dense/kernel", glorotUniform(), RandomSource.seeded(42));
            Operand<TInt64> dims = tf.constant(new long[] {30, 40});
            assertThat(FloatingType.SINGLE.bytes(
                            initializer.call(tf, dims, TFloat32.class).asTensor()))
                    .isEqualTo(FloatingType.SINGLE
                            .array()
                            .bytes("dense/kernel", glorotUniform(), SHAPE, RandomSource.seeded(42)));
            assertThatIllegalStateException()
                    .isThrownBy(() -> initializer.call(tf, dims, TFloat32.class))
                    .withMessageStartingWith("dense/kernel: it was drawn already, and would start alike");
        }
    }

    @Test
    void refusesWhatDoesNotFitTheShapeByTheName() {
        try (EagerSession session = EagerSession.create()) {
            Ops tf = Ops.create(session);
            Initializer<TFloat32> initializer =
                    TensorFlowInitializer.of("conv/kernel", dirac(1), RandomSource.seeded(42));
            assertThatExceptionOfType(InitializationException.class)
                    .isThrownBy(() -> initializer.call(tf, tf.constant(new long[] {30, 40}), TFloat32.class))
                    .withMessageStartingWith("conv/kernel");
            assertThat(initializer
                            .call(tf, tf.constant(new long[] {3, 3, 8, 8}), TFloat32.class)
                            .asTensor()
                            .getFloat(1, 1, 5, 5))
                    .isEqualTo(1);
        }
    }

    @Test
    void refusesConstantsThatNoGraphCanHold() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Initializer<TFloat32> initializer = TensorFlowInitializer.of("big", normal(), RandomSource.seeded(42));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> initializer.call(tf, tf.constant(new long[] {1 << 15, 1 << 15}), TFloat32.class))
                    .withMessageStartingWith("big: a graph cannot hold the values of [32768, 32768]");
        }
    }
}
