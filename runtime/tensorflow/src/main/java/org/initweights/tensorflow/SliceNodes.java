package org.initweights.tensorflow;

import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.ReadVariableOp;
import org.tensorflow.op.core.Reshape;
import org.tensorflow.op.core.Slice;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TFloating;

/**
 * What reads some elements of a variable, so that no more than these leave its device. A read that is in the graph already is not
 * used: it may wait for a step of training, which would run with it.
 *
 * @param begin takes the index of the first element
 * @param size takes the number of elements
 * @param slice gives them
 */
record SliceNodes(Output<?> begin, Output<?> size, Output<?> slice) {

    /** Those of a variable, made if there are none. */
    static SliceNodes of(GraphVariable<?> variable) {
        Graph graph = variable.session().graph();
        synchronized (graph) {
            return find(variable).orElseGet(() -> make(OwnNodes.scope(graph), variable));
        }
    }

    private static Optional<SliceNodes> find(GraphVariable<?> variable) {
        Optional<GraphOperation> whole = switch (variable.kind()) {
            case REFERENCE -> Optional.of(variable.operation());
            case RESOURCE -> OwnNodes.after(variable.operation(), ReadVariableOp.OP_NAME);
        };
        return whole.flatMap(value -> OwnNodes.after(value, Reshape.OP_NAME))
                .flatMap(flat -> OwnNodes.after(flat, Slice.OP_NAME))
                .map(slice -> new SliceNodes(slice.input(1), slice.input(2), slice.output(0)));
    }

    private static <T extends TFloating> SliceNodes make(Ops tf, GraphVariable<T> variable) {
        GraphOperation operation = variable.operation();
        Operand<T> whole = switch (variable.kind()) {
            case REFERENCE -> operation.<T>output(0);
            case RESOURCE ->
                tf.withName("read")
                        .readVariableOp(operation.<T>output(0), variable.type().type());
        };
        Operand<T> flat = tf.withName("flat").reshape(whole, tf.withName("line").constant(new int[] {-1}));
        Placeholder<TInt64> begin = tf.withName("begin").placeholder(TInt64.class, Placeholder.shape(Shape.of(1)));
        Placeholder<TInt64> size = tf.withName("size").placeholder(TInt64.class, Placeholder.shape(Shape.of(1)));
        Slice<T> slice = tf.withName("slice").slice(flat, begin, size);
        return new SliceNodes(begin.asOutput(), size.asOutput(), slice.asOutput());
    }
}
