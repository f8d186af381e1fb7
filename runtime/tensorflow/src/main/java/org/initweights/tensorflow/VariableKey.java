package org.initweights.tensorflow;

import org.tensorflow.GraphOperation;

/**
 * What TensorFlow tells variables apart by.
 *
 * @param container where the session keeps it
 * @param name the shared name; the operation's, if there is no other and TensorFlow takes that
 */
record VariableKey(VariableKind kind, String container, String name) {

    static VariableKey of(GraphOperation operation, VariableKind kind) {
        String shared = text(operation, "shared_name");
        boolean named = !shared.isEmpty() || kind == VariableKind.RESOURCE;
        return new VariableKey(kind, text(operation, "container"), named ? shared : operation.name());
    }

    /** Whether nothing tells it from other variables. */
    boolean isNameless() {
        return name.isEmpty();
    }

    /** TensorFlow-Java's own method for texts reads beyond their end. */
    private static String text(GraphOperation operation, String attribute) {
        return operation.attributes().getAttrValueProto(attribute).getS().toStringUtf8();
    }
}
