package org.initweights.tensorflow;

import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.op.Ops;

/**
 * The operations by which the library reads and writes the variables of a graph. They are added when they are first needed, and found again
 * by what they are connected with, so that a graph does not grow with each use.
 */
final class OwnNodes {

    private static final String SCOPE = "initweights";

    private OwnNodes() {}

    /** Where new operations of a graph go. */
    static Ops scope(Graph graph) {
        return scope(Ops.create(graph));
    }

    /** Where new operations go, below the scope that there is. */
    static Ops scope(Ops tf) {
        return tf.withSubScope(SCOPE);
    }

    /** The operation of this type and of the library that takes what another one gives. */
    static Optional<GraphOperation> after(GraphOperation operation, String type) {
        return operation.consumers(0).stream()
                .filter(consumer ->
                        consumer.type().equals(type) && consumer.name().startsWith(SCOPE))
                .findFirst();
    }
}
