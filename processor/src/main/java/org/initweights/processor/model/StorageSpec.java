package org.initweights.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.OptionalInt;

/** What a field keeps its parameter in. */
public sealed interface StorageSpec {

    /** The most elements that a field of this type can hold. */
    default long capacity() {
        return Integer.MAX_VALUE;
    }

    /** The smallest number that the type keeps with all its digits; 0 if that is not known. */
    double smallestNormal();

    /** The rank that the field's type demands of the shape, if it demands one. */
    default OptionalInt rank() {
        return OptionalInt.empty();
    }

    /** A type with a constant of its own in {@code TensorType}. */
    record BuiltIn(String constant, int bytesPerElement, double smallestNormal) implements StorageSpec {
        @Override
        public long capacity() {
            return Integer.MAX_VALUE / bytesPerElement;
        }
    }

    /** Arrays of arrays. */
    record Nested(TypeName type, int depth, double smallestNormal) implements StorageSpec {
        @Override
        public long capacity() {
            return Long.MAX_VALUE;
        }

        @Override
        public OptionalInt rank() {
            return OptionalInt.of(depth);
        }
    }

    /** A type that a user's adapter knows. */
    record Adapted(TypeName adapter) implements StorageSpec {
        @Override
        public double smallestNormal() {
            return 0;
        }

        @Override
        public long capacity() {
            return Long.MAX_VALUE;
        }
    }
}
