package org.initweights.tensorflow;

import java.nio.ByteBuffer;
import org.tensorflow.GraphOperation;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TFloating;

/**
 * A variable of a graph, with the session that keeps its values.
 *
 * @param operation makes the variable or gives a handle to it
 * @param <T> the type of its elements
 */
record GraphVariable<T extends TFloating>(
        Session session, GraphOperation operation, VariableKind kind, FloatingAdapter<T> type, Shape shape)
        implements TensorVariable<T> {

    @Override
    public String name() {
        return operation.name();
    }

    @Override
    public void checkOpen() {
        try {
            operation.type();
        } catch (IllegalStateException e) {
            throw new IllegalStateException("its graph is closed; use the variable before that", e);
        }
    }

    @Override
    public void assign(ByteBuffer all) {
        AssignmentNodes nodes = AssignmentNodes.of(this);
        try (T values = type.copyOf(all, shape)) {
            session.runner()
                    .feed(nodes.values(), values)
                    .addTarget(nodes.assignment())
                    .run()
                    .close();
        }
    }

    @Override
    public T slice(long from, long count) {
        SliceNodes nodes = SliceNodes.of(this);
        try (TInt64 begin = TInt64.vectorOf(from);
                TInt64 size = TInt64.vectorOf(count)) {
            return type.type()
                    .cast(session.runner()
                            .feed(nodes.begin(), begin)
                            .feed(nodes.size(), size)
                            .fetch(nodes.slice())
                            .run()
                            .get(0));
        }
    }
}
