package org.initweights.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.glorotUniform;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.zeros;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.initweights.DType;
import org.initweights.Fans;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.io.MismatchException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TFloating;

/** Variables of a graph are written through their session, and read back as TensorFlow has them. */
class GraphVariablesTest {

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Session session = new Session(graph);

    @AfterEach
    void close() {
        session.close();
        graph.close();
    }

    private static List<String> names(Parameters parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }

    private TFloat32 fetch(Operand<?> operand) {
        return (TFloat32) session.runner().fetch(operand).run().get(0);
    }

    private Operand<?> value(Operand<?> variable, Class<? extends TFloating> type) {
        return variable instanceof VarHandleOp handle ? tf.readVariableOp(handle, type) : variable;
    }

    static List<FloatingType<?>> types() {
        return FloatingType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends TFloating> void writesVariablesOfBothKinds(FloatingType<T> type) {
        Variable<T> reference = tf.withSubScope("dense").withName("kernel").variable(Shape.of(20, 30), type.type());
        VarHandleOp resource = tf.withSubScope("out")
                .withName("kernel")
                .varHandleOp(type.type(), Shape.of(30, 5), VarHandleOp.sharedName("out"));
        Output<T> read = tf.readVariableOp(resource, type.type()).asOutput();
        Parameters parameters = TensorFlowVariables.parameters(session);
        assertThat(names(parameters)).containsExactly("dense/kernel", "out/kernel");
        parameters.with(orthogonal()).initialize(RandomSource.torch(7));
        RandomSource random = RandomSource.torch(7);
        try (Tensor first = session.runner().fetch(reference).run().get(0);
                Tensor second = session.runner().fetch(read).run().get(0)) {
            TensorShape shape = parameters.get("dense/kernel").shape();
            assertThat(type.bytes(type.type().cast(first)))
                    .isEqualTo(type.array().bytes("dense/kernel", orthogonal(), shape, random));
            shape = parameters.get("out/kernel").shape();
            assertThat(type.bytes(type.type().cast(second)))
                    .isEqualTo(type.array().bytes("out/kernel", orthogonal(), shape, random));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends TFloating> void savesAndLoads(FloatingType<T> type, @TempDir Path folder) throws IOException {
        tf.withName("a").variable(Shape.of(2000, 30), type.type());
        tf.withName("b").varHandleOp(type.type(), Shape.of(), VarHandleOp.sharedName("b"));
        Parameters parameters = TensorFlowVariables.parameters(session).with(normal(1, 0.1));
        assertThat(parameters.get("a").dtype()).isEqualTo(type.dtype());
        parameters.initialize(42);
        List<Double> values = values(parameters);
        parameters.save(folder.resolve("one.safetensors"));
        parameters.with(zeros()).initialize(42);
        assertThat(values(parameters)).isNotEqualTo(values);
        parameters.load(folder.resolve("one.safetensors"));
        assertThat(values(parameters)).isEqualTo(values);
    }

    private static List<Double> values(Parameters parameters) {
        List<Double> values = new ArrayList<>();
        for (Parameter parameter : parameters) {
            for (long i = 0; i < parameter.elements(); i += 777) {
                values.add(parameter.get(i));
            }
        }
        return values;
    }

    @Test
    void countsFansInTensorFlowsLayout() {
        tf.withName("dense").variable(Shape.of(784, 10), TFloat32.class);
        tf.withName("conv").variable(Shape.of(3, 3, 16, 32), TFloat32.class);
        Parameters parameters = TensorFlowVariables.parameters(session);
        assertThat(parameters.get("dense").shape().fans()).isEqualTo(new Fans(784, 10));
        assertThat(parameters.get("conv").shape().fans()).isEqualTo(new Fans(144, 288));
    }

    @Test
    void takesRulesByNames() {
        Ops dense = tf.withSubScope("dense");
        Variable<TFloat32> kernel = dense.withName("kernel").variable(Shape.of(50, 70), TFloat32.class);
        Variable<TFloat32> bias = dense.withName("bias").variable(Shape.of(70), TFloat32.class);
        TensorFlowVariables.parameters(session)
                .withRules(rules -> rules.named("*kernel", glorotUniform()).named("dense/bias", ones()))
                .initialize(42);
        double bound = Math.sqrt(6.0 / 120);
        double[] most = new double[1];
        fetch(kernel).scalars().forEach(x -> most[0] = Math.max(most[0], Math.abs(x.getFloat())));
        assertThat(most[0]).isBetween(0.99 * bound, bound);
        fetch(bias).scalars().forEach(x -> assertThat(x.getFloat()).isEqualTo(1));
    }

    @Test
    void takesTheVariablesThatAreGivenInTheirOrder() {
        Variable<TFloat32> first = tf.withName("first").variable(Shape.of(2), TFloat32.class);
        tf.withName("other").variable(Shape.of(2), TFloat32.class);
        VarHandleOp last = tf.withName("last").varHandleOp(TFloat32.class, Shape.of(2), VarHandleOp.sharedName("last"));
        assertThat(names(TensorFlowVariables.parameters(session, List.of(last, first))))
                .containsExactly("last", "first");
    }

    @Test
    void leavesOutCounters() {
        tf.withName("w").variable(Shape.of(2), TFloat32.class);
        tf.withName("steps").variable(Shape.of(), TInt64.class);
        assertThat(names(TensorFlowVariables.parameters(session))).containsExactly("w");
    }

    /** The first run of a session makes the graph's own initial assignments, which must not come after ours. */
    @Test
    void winsOverInitialAssignmentsOfTheGraph() {
        Variable<TFloat32> variable = tf.withName("w").variable(tf.constant(new float[] {5, 6}));
        TensorFlowVariables.parameters(session).with(ones()).initialize(42);
        session.initialize();
        assertThat(fetch(variable).getFloat(0)).isEqualTo(1);
        assertThat(fetch(variable).getFloat(1)).isEqualTo(1);
    }

    /** A tensor that was fed may be the variable's memory afterwards. */
    @Test
    void sharesNothingWithWhatItWritesNext() {
        VarHandleOp first = tf.withName("a").varHandleOp(TFloat32.class, Shape.of(3), VarHandleOp.sharedName("a"));
        VarHandleOp second = tf.withName("b").varHandleOp(TFloat32.class, Shape.of(3), VarHandleOp.sharedName("b"));
        TensorFlowVariables.parameters(session)
                .withRules(w -> w.named("a", ones()).named("b", zeros()))
                .initialize(42);
        assertThat(fetch(value(first, TFloat32.class)).getFloat(2)).isEqualTo(1);
        assertThat(fetch(value(second, TFloat32.class)).getFloat(2)).isZero();
    }

    @Test
    void growsTheGraphOnce() throws IOException {
        tf.withName("a").variable(Shape.of(3), TFloat32.class);
        tf.withName("b").varHandleOp(TFloat32.class, Shape.of(3), VarHandleOp.sharedName("b"));
        assertThat(operations()).isEqualTo(2);
        TensorFlowVariables.parameters(session);
        assertThat(operations()).isEqualTo(2);
        TensorFlowVariables.parameters(session).with(ones()).initialize(42);
        TensorFlowVariables.parameters(session).get("a").get(1);
        TensorFlowVariables.parameters(session).get("b").get(1);
        long grown = operations();
        for (int i = 0; i < 3; i++) {
            TensorFlowVariables.parameters(session).with(ones()).initialize(42);
            assertThat(TensorFlowVariables.parameters(session).get("a").get(1)).isEqualTo(1);
            assertThat(TensorFlowVariables.parameters(session).get("b").get(1)).isEqualTo(1);
        }
        assertThat(operations()).isEqualTo(grown);
    }

    private long operations() {
        long[] count = new long[1];
        graph.operations().forEachRemaining(operation -> count[0]++);
        return count[0];
    }

    /** A read that is in the graph already may run a step of training. */
    @Test
    void readsWithoutRunningWhatOtherReadsWaitFor() {
        VarHandleOp variable = tf.withName("w").varHandleOp(TFloat32.class, Shape.of(), VarHandleOp.sharedName("w"));
        Ops after = tf.withControlDependencies(tf.assignAddVariableOp(variable, tf.constant(1f)));
        after.readVariableOp(variable, TFloat32.class);
        Parameters parameters = TensorFlowVariables.parameters(session).with(zeros());
        parameters.initialize(42);
        assertThat(parameters.get("w").get(0)).isZero();
        assertThat(parameters.get("w").get(0)).isZero();
    }

    @Test
    void takesTwoHandlesOfOneSharedNameForOneParameter() {
        tf.withName("a").varHandleOp(TFloat32.class, Shape.of(3), VarHandleOp.sharedName("table"));
        tf.withName("b").varHandleOp(TFloat32.class, Shape.of(3), VarHandleOp.sharedName("table"));
        Parameters parameters = TensorFlowVariables.parameters(session);
        assertThat(parameters.size()).isEqualTo(1);
        assertThat(parameters.get("a").names()).containsExactly("a", "b");
    }

    @Test
    void loadsNothingOfAnotherType(@TempDir Path folder) throws IOException {
        tf.withName("w").variable(Shape.of(2), TFloat32.class);
        Parameters parameters = TensorFlowVariables.parameters(session).with(ones());
        parameters.initialize(42);
        Path file = folder.resolve("double.safetensors");
        Parameters.of(p -> p.tensor("w", new double[2], zeros(), 2)).save(file);
        assertThatExceptionOfType(MismatchException.class).isThrownBy(() -> parameters.load(file));
        assertThat(parameters.get("w").dtype()).isEqualTo(DType.F32);
        assertThat(parameters.get("w").get(0)).isEqualTo(1);
    }
}
