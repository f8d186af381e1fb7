package org.initweights.tensorflow;

import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.AssignVariableOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.family.TFloating;

/**
 * What writes a variable.
 *
 * @param values takes the elements
 * @param assignment writes them
 */
record AssignmentNodes(Output<?> values, Operation assignment) {

    /** Those of a variable, made if there are none. */
    static AssignmentNodes of(GraphVariable<?> variable) {
        Graph graph = variable.session().graph();
        synchronized (graph) {
            String type = variable.kind().assignment();
            return OwnNodes.after(variable.operation(), type)
                    .map(found -> new AssignmentNodes(found.input(1), found))
                    .orElseGet(() -> make(OwnNodes.scope(graph), variable));
        }
    }

    private static <T extends TFloating> AssignmentNodes make(Ops tf, GraphVariable<T> variable) {
        GraphOperation operation = variable.operation();
        Placeholder<T> values =
                tf.withName("values").placeholder(variable.type().type(), Placeholder.shape(variable.shape()));
        Operation assignment = switch (variable.kind()) {
            case REFERENCE ->
                Assign.create(tf.scope().withName("assign"), operation.<T>output(0), values)
                        .op();
            case RESOURCE ->
                AssignVariableOp.create(
                                tf.scope().withName("assign"),
                                operation.output(0),
                                values,
                                AssignVariableOp.validateShape(true))
                        .op();
        };
        return new AssignmentNodes(values.asOutput(), assignment);
    }
}
