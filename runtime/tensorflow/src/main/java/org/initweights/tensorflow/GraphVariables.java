package org.initweights.tensorflow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.OperationAttributeInspector;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;

/** Collects variables of a graph under the names of their operations. Operations that mean the same variable get the same object. */
final class GraphVariables {

    private final Session session;
    private final Map<VariableKey, GraphVariable<?>> byKey = new LinkedHashMap<>();
    private final Map<String, GraphVariable<?>> byName = new LinkedHashMap<>();

    GraphVariables(Session session) {
        this.session = session;
    }

    /** All variables of the graph that hold floating point numbers, in the order in which they were made. */
    static Map<String, GraphVariable<?>> all(Session session) {
        GraphVariables variables = new GraphVariables(session);
        session.graph()
                .operations()
                .forEachRemaining(operation -> VariableKind.of(operation)
                        .filter(kind -> elements(operation).isPresent())
                        .ifPresent(kind -> variables.add(operation, kind)));
        return variables.byName;
    }

    /** These variables. */
    static Map<String, GraphVariable<?>> of(Session session, Iterable<? extends Operand<?>> operands) {
        GraphVariables variables = new GraphVariables(session);
        for (Operand<?> operand : operands) {
            variables.add(operand);
        }
        return variables.byName;
    }

    private void add(Operand<?> operand) {
        String name = operand.op().name();
        if (operand.env() != session.graph() || !(operand.op() instanceof GraphOperation operation)) {
            throw new IllegalArgumentException(name + ": it is not in the graph of this session");
        }
        VariableKind kind = VariableKind.of(operation)
                .orElseThrow(() -> new IllegalArgumentException(name + ": a " + operation.type()
                        + " is no variable; give what tf.variable(…) or tf.varHandleOp(…) returned"));
        add(operation, kind);
    }

    private void add(GraphOperation operation, VariableKind kind) {
        String name = operation.name();
        FloatingAdapter<?> type = elements(operation)
                .orElseThrow(() -> FloatingAdapter.noFloats(
                        name, operation.attributes().getAttrType("dtype").name()));
        VariableKey key = VariableKey.of(operation, kind);
        GraphVariable<?> variable = new GraphVariable<>(session, operation, kind, type, shape(operation));
        GraphVariable<?> same = byKey.putIfAbsent(key, variable);
        if (same != null && key.isNameless()) {
            throw new IllegalArgumentException(
                    name + ": like " + same.name()
                            + " it has no shared name, so that TensorFlow keeps one variable for both; give each a VarHandleOp.sharedName(…)");
        }
        if (same != null && !same.shape().equals(variable.shape())) {
            throw new IllegalArgumentException(name + ": it is the same variable as " + same.name()
                    + ", but has the shape " + variable.shape() + " instead of " + same.shape());
        }
        if (byName.put(name, same == null ? variable : same) != null) {
            throw new IllegalArgumentException(name + ": the variable is given twice");
        }
    }

    private static Shape shape(GraphOperation operation) {
        Shape shape = operation.attributes().getAttrShape("shape");
        if (shape.hasUnknownDimension()) {
            throw new IllegalArgumentException(
                    operation.name() + ": its shape " + (shape.isUnknown() ? "" : shape + " ")
                            + "is not known; make the variable with all sizes, or leave it out");
        }
        return shape;
    }

    private static Optional<FloatingAdapter<?>> elements(GraphOperation operation) {
        OperationAttributeInspector attributes = operation.attributes();
        DataType type = attributes.getAttrType("dtype");
        return switch (type) {
            case DT_FLOAT -> Optional.of(new TFloat32Adapter());
            case DT_DOUBLE -> Optional.of(new TFloat64Adapter());
            case DT_HALF -> Optional.of(new TFloat16Adapter());
            case DT_BFLOAT16 -> Optional.of(new TBfloat16Adapter());
            default -> Optional.empty();
        };
    }
}
