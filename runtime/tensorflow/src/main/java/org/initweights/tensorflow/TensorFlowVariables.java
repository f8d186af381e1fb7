package org.initweights.tensorflow;

import java.util.Collection;
import java.util.Map;
import org.initweights.Layout;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.TensorsBuilder;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.family.TFloating;
import org.tensorflow.types.family.TType;

/**
 * The variables and tensors of a TensorFlow program as parameters: to initialise, select, rule, save and load.
 *
 * <pre>{@code
 * try (Session session = new Session(graph)) {
 *     TensorFlowVariables.parameters(session)
 *             .withRules(rules -> rules
 *                     .named("*kernel", Initializers.glorotUniform())
 *                     .named("*bias", Initializers.zeros()))
 *             .initialize(42);
 *     …
 * }
 * }</pre>
 *
 * <p>TensorFlow does not say how a variable starts, so nothing is initialised until rules, or {@link Parameters#with}, say it. Shapes
 * have TensorFlow's layout, {@link Layout#SPATIAL_IN_OUT}: {@code [in, out]} and {@code [height, width, in, out]}. The names are those
 * of operations, such as {@code dense/kernel}; a slash is a letter like others to patterns, so {@code *kernel} matches it.
 *
 * <p>Nothing is copied or written until the parameters are initialised or loaded. While that goes on, no other thread may use the
 * variables or add to the graph.
 */
public final class TensorFlowVariables {

    private TensorFlowVariables() {}

    /**
     * All variables of a session's graph that hold floating point numbers, in the order in which they were made. Others, such as a counter
     * of steps, are left out. An optimizer's are among them from the moment when it is added to the graph.
     *
     * <p>A variable is written as a whole by an operation that feeds it. The library adds its operations under {@code initweights/} when
     * they are first needed, and finds them again later. If the session initialises variables by itself, as {@code new Session(graph)} does,
     * TensorFlow runs the initial assignments of the graph before the first of ours; {@code forceInitialize()}, or running
     * {@code tf.init()} again, would overwrite what we wrote.
     *
     * @throws IllegalArgumentException if a variable has an unknown size, or TensorFlow takes two for one because neither has a shared name;
     *     it begins with the variable's name
     * @throws IllegalStateException if the graph is closed
     */
    public static Parameters parameters(Session session) {
        return variables(GraphVariables.all(session));
    }

    /**
     * Some variables of a session's graph, in this order: what {@code tf.variable(…)} and {@code tf.varHandleOp(…)} gave. See
     * {@link #parameters(Session)}.
     *
     * @throws IllegalArgumentException also if one is no variable, is in another graph, is given twice, or holds no floating point numbers
     */
    public static Parameters parameters(Session session, Collection<? extends Operand<?>> variables) {
        return variables(GraphVariables.of(session, variables));
    }

    /** Variables of eager sessions, under their shared names. */
    public static Parameters parameters(Collection<? extends EagerVariable<?>> variables) {
        return Parameters.of(tensors -> variables.forEach(variable -> addEager(tensors, variable)));
    }

    /**
     * Tensors, in the order of the map. Their own memory is written.
     *
     * <p>TensorFlow's operations take their results to be constant, and let several share memory: after {@code tf.identity(a)} or
     * {@code tf.reshape(a, …)} all change together. So give tensors that you made, such as {@code TFloat32.tensorOf(shape)}, and
     * make operands of them afterwards, or use an {@link EagerVariable}.
     *
     * @throws IllegalArgumentException if one is sparse or holds no floating point numbers; it begins with the tensor's name
     * @throws IllegalStateException if one is closed
     */
    public static Parameters parameters(Map<String, ? extends TType> tensors) {
        return Parameters.of(builder -> tensors.forEach((name, tensor) -> add(builder, name, tensor)));
    }

    private static Parameters variables(Map<String, GraphVariable<?>> variables) {
        return Parameters.of(tensors -> variables.forEach((name, variable) -> add(tensors, name, variable)));
    }

    private static <T extends TFloating> void addEager(TensorsBuilder tensors, EagerVariable<T> variable) {
        add(tensors, variable.name(), variable.access());
    }

    private static <T extends TFloating> void add(TensorsBuilder tensors, String name, TensorVariable<T> variable) {
        tensors.tensor(name, variable, new VariableAdapter<>(), shape(variable.shape()));
    }

    private static void add(TensorsBuilder tensors, String name, TType tensor) {
        FloatingAdapter<?> adapter = FloatingAdapter.of(tensor.type())
                .orElseThrow(() -> FloatingAdapter.noFloats(name, tensor.type().getSimpleName()));
        add(tensors, name, tensor, adapter);
    }

    private static <T extends TFloating> void add(
            TensorsBuilder tensors, String name, TType tensor, FloatingAdapter<T> adapter) {
        tensors.tensor(name, adapter.cast(tensor), adapter, shape(tensor.shape()));
    }

    private static TensorShape shape(Shape shape) {
        return TensorShape.of(shape.asArray()).withLayout(Layout.SPATIAL_IN_OUT);
    }
}
