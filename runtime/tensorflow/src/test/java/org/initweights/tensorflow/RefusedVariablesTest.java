package org.initweights.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.ones;

import java.nio.file.Path;
import java.util.List;
import org.initweights.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Variables that cannot be parameters are refused by their names. */
class RefusedVariablesTest {

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Session session = new Session(graph);

    @AfterEach
    void close() {
        session.close();
        graph.close();
    }

    private TFloat32 fetch(Operand<?> operand) {
        return (TFloat32) session.runner().fetch(operand).run().get(0);
    }

    @Test
    void refusesCounters() {
        Variable<TInt64> steps = tf.withName("steps").variable(Shape.of(), TInt64.class);
        refused(
                () -> TensorFlowVariables.parameters(session, List.of(steps)),
                "steps: a tensor of DT_INT64 holds no floating point numbers");
    }

    @Test
    void namesTheVariableWhenInitialAssignmentsMustRunFirst() {
        tf.withName("w").variable(tf.constant(new float[] {5, 6}));
        try (Session manual = new Session(graph, false)) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() ->
                            TensorFlowVariables.parameters(manual).with(ones()).initialize(42))
                    .withMessageContaining("w: Graph has un-ran initializers")
                    .withMessageContaining("Session.initialize()");
        }
    }

    /** TensorFlow itself says that they are one. */
    @Test
    void refusesHandlesWithoutSharedNames() {
        VarHandleOp a = tf.withName("a").varHandleOp(TFloat32.class, Shape.of(1));
        VarHandleOp b = tf.withName("b").varHandleOp(TFloat32.class, Shape.of(1));
        session.run(tf.assignVariableOp(a, tf.constant(new float[] {9})));
        assertThat(fetch(tf.readVariableOp(b, TFloat32.class)).getFloat(0)).isEqualTo(9);
        refused(
                () -> TensorFlowVariables.parameters(session),
                "b: like a it has no shared name, so that TensorFlow keeps one variable for both");
    }

    @Test
    void refusesWhatIsNoVariableOfItsGraph() {
        Operand<TFloat32> sum = tf.withName("sum").math.add(tf.constant(1f), tf.constant(1f));
        refused(() -> TensorFlowVariables.parameters(session, List.of(sum)), "is no variable");
        try (Graph other = new Graph()) {
            Variable<TFloat32> far = Ops.create(other).withName("far").variable(Shape.of(2), TFloat32.class);
            refused(
                    () -> TensorFlowVariables.parameters(session, List.of(far)),
                    "far: it is not in the graph of this session");
        }
        Variable<TFloat32> twice = tf.withName("twice").variable(Shape.of(2), TFloat32.class);
        refused(
                () -> TensorFlowVariables.parameters(session, List.of(twice, twice)),
                "twice: the variable is given twice");
    }

    @Test
    void refusesShapesThatAreNotKnown() {
        tf.withName("part").varHandleOp(TFloat32.class, Shape.of(2, -1), VarHandleOp.sharedName("part"));
        refused(
                () -> TensorFlowVariables.parameters(session),
                "part: its shape [2, -1] is not known; make the variable with all sizes");
    }

    @Test
    void refusesShapesOfUnknownRank() {
        tf.withName("any").varHandleOp(TFloat32.class, Shape.unknown(), VarHandleOp.sharedName("any"));
        refused(
                () -> TensorFlowVariables.parameters(session),
                "any: its shape is not known; make the variable with all sizes");
    }

    @Test
    void saysThatAVariableHasNoValuesYet(@TempDir Path folder) {
        tf.withName("w").varHandleOp(TFloat32.class, Shape.of(2), VarHandleOp.sharedName("w"));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> TensorFlowVariables.parameters(session).save(folder.resolve("x.safetensors")))
                .withMessageContaining("w: the variable has no values yet; initialise or load it before it is read");
    }

    @Test
    void refusesAClosedSessionByTheName() {
        tf.withName("w").variable(Shape.of(2), TFloat32.class);
        Parameters parameters = TensorFlowVariables.parameters(session).with(ones());
        session.close();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> parameters.initialize(42))
                .withMessageContaining("w: run() cannot be called on the Session after close()");
    }

    @Test
    void refusesAClosedGraphByTheName() {
        tf.withName("w").variable(Shape.of(2), TFloat32.class);
        Parameters parameters = TensorFlowVariables.parameters(session).with(ones());
        session.close();
        graph.close();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> parameters.initialize(42))
                .withMessage("w [2]: its graph is closed; use the variable before that");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(call)
                .withMessageContaining(message);
    }
}
