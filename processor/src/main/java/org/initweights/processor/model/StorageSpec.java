package org.initweights.processor.model;

import java.util.Optional;
import java.util.OptionalInt;
import org.initweights.DType;
import org.initweights.internal.tensor.ArrayLength;
import org.initweights.processor.name.ClassRef;

/** What a field keeps its parameter in. */
public sealed interface StorageSpec {

    /** The most elements that a field of this type can hold. */
    default long capacity() {
        return Long.MAX_VALUE;
    }

    /** The type of the elements, if it is known. */
    Optional<DType> dtype();

    /** The rank that the field's type demands of the shape, if it demands one. */
    default OptionalInt rank() {
        return OptionalInt.empty();
    }

    /** An array. */
    record Flat(DType element) implements StorageSpec {
        @Override
        public Optional<DType> dtype() {
            return Optional.of(element);
        }

        @Override
        public long capacity() {
            return ArrayLength.MOST;
        }
    }

    /** A buffer of {@code java.nio}. */
    record Buffer(DType element) implements StorageSpec {
        @Override
        public Optional<DType> dtype() {
            return Optional.of(element);
        }

        /** A buffer may be a view of bytes. */
        @Override
        public long capacity() {
            return Integer.MAX_VALUE / element.bytes();
        }
    }

    /** Arrays of arrays. */
    record Nested(int depth, DType element) implements StorageSpec {
        @Override
        public Optional<DType> dtype() {
            return Optional.of(element);
        }

        @Override
        public OptionalInt rank() {
            return OptionalInt.of(depth);
        }
    }

    /**
     * A type that a user's adapter knows.
     *
     * @param isGeneric whether the adapter's class has type parameters
     */
    record Adapted(ClassRef adapter, boolean isGeneric) implements StorageSpec {
        @Override
        public Optional<DType> dtype() {
            return Optional.empty();
        }
    }
}
