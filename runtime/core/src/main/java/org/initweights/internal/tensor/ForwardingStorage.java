package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import org.initweights.DType;

/**
 * A view of the same elements that changes what is put. {@link #floats()} stays empty, since what is written there does not go through
 * {@code put}.
 */
public interface ForwardingStorage extends Storage {

    /** The storage that has the elements. */
    Storage target();

    @Override
    default long length() {
        return target().length();
    }

    @Override
    default ElementRange wanted() {
        return target().wanted();
    }

    @Override
    default Precision precision() {
        return target().precision();
    }

    @Override
    default double get(long index) {
        return target().get(index);
    }

    @Override
    default DType dtype() {
        return target().dtype();
    }

    @Override
    default MemoryOrder order() {
        return target().order();
    }

    @Override
    default boolean isConcurrent() {
        return target().isConcurrent();
    }

    @Override
    default void encode(long from, int count, ByteBuffer bytes) {
        target().encode(from, count, bytes);
    }
}
