package org.initweights.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.Optional;
import java.util.OptionalInt;
import org.initweights.DType;

/** What a field keeps its parameter in. */
public sealed interface StorageSpec {

    /** The most elements that a field of this type can hold. */
    default long capacity() {
        return Integer.MAX_VALUE;
    }

    /** The type of the elements, if it is known. */
    Optional<DType> dtype();

    /** The rank that the field's type demands of the shape, if it demands one. */
    default OptionalInt rank() {
        return OptionalInt.empty();
    }

    /** A type with a constant of its own in {@code TensorType}. */
    record BuiltIn(String constant, int bytesPerElement, DType element) implements StorageSpec {
        @Override
        public Optional<DType> dtype() {
            return Optional.of(element);
        }

        @Override
        public long capacity() {
            return Integer.MAX_VALUE / bytesPerElement;
        }
    }

    /** Arrays of arrays. */
    record Nested(TypeName type, int depth, DType element) implements StorageSpec {
        @Override
        public Optional<DType> dtype() {
            return Optional.of(element);
        }

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
        public Optional<DType> dtype() {
            return Optional.empty();
        }

        @Override
        public long capacity() {
            return Long.MAX_VALUE;
        }
    }
}
