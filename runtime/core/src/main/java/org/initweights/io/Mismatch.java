package org.initweights.io;

import org.initweights.DType;
import org.initweights.TensorShape;

/**
 * A tensor in which a file and a model differ.
 *
 * <p>Mismatches are immutable, and threads may share them.
 */
public sealed interface Mismatch {

    /** The name of the tensor. */
    String name();

    /** A parameter of the model that is not in the file. */
    record Missing(String name, DType type, TensorShape shape) implements Mismatch {

        @Override
        public String toString() {
            return name + ": missing in the file; the model has " + type + " " + shape;
        }
    }

    /** A tensor of the file that is no parameter of the model. */
    record Unexpected(String name, ElementType type, TensorShape shape) implements Mismatch {

        @Override
        public String toString() {
            return name + ": no parameter of the model; the file has " + type + " " + shape;
        }
    }

    /** A tensor of another shape. */
    record WrongShape(String name, TensorShape inModel, TensorShape inFile) implements Mismatch {

        @Override
        public String toString() {
            return name + ": shape " + inModel + " in the model, but " + inFile + " in the file";
        }
    }

    /** A tensor of another type of element. */
    record WrongType(String name, DType inModel, ElementType inFile) implements Mismatch {

        @Override
        public String toString() {
            return name + ": type " + inModel + " in the model, but " + inFile + " in the file";
        }
    }

    /** A tensor that cannot be loaded for another reason, or an option that there is nothing for. */
    record Unusable(String name, String reason) implements Mismatch {

        @Override
        public String toString() {
            return name + ": " + reason;
        }
    }

    /** A tensor of the file, or something else under a name there, that is not read; {@link UnreadableTensor} says what it can be. */
    record Unreadable(String name, String reason) implements Mismatch {

        @Override
        public String toString() {
            return name + ": cannot be read: " + reason;
        }
    }
}
