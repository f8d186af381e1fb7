package org.initweights.tensorflow;

import java.util.Optional;
import org.tensorflow.GraphOperation;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.AssignVariableOp;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.op.core.Variable;

/** The two kinds of variables that a graph can have. */
enum VariableKind {
    /** Its operation gives the values themselves: {@code tf.variable(…)}. */
    REFERENCE(Variable.OP_NAME, Assign.OP_NAME),

    /** Its operation gives a handle: {@code tf.varHandleOp(…)}, and all that Keras saves. */
    RESOURCE(VarHandleOp.OP_NAME, AssignVariableOp.OP_NAME);

    private final String operation;
    private final String assignment;

    VariableKind(String operation, String assignment) {
        this.operation = operation;
        this.assignment = assignment;
    }

    /** The kind of variable that an operation makes, if it makes one. */
    static Optional<VariableKind> of(GraphOperation operation) {
        for (VariableKind kind : values()) {
            if (kind.operation.equals(operation.type())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The type of the operations that write it. */
    String assignment() {
        return assignment;
    }
}
