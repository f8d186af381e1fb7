package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** What a model keeps a parameter in, rather than a view that a kernel looks through: it can be loaded too. */
public interface ModelStorage extends Storage {

    /**
     * Takes {@code count} elements from their bytes, to the bit, as {@link #encode} gives them.
     *
     * @param from the index of the first element written
     * @param source holds them from its position on, in its byte order; the position moves behind them
     */
    void decode(long from, int count, ByteBuffer source);

    /**
     * Lets a kernel write all elements.
     *
     * @param kernel is given what it has to write to: this, or what is written to this when the kernel is done
     */
    default void writeAll(Consumer<Storage> kernel) {
        kernel.accept(this);
    }

    /**
     * Checks that the elements can be written now: a tensor may have been closed since it was found.
     *
     * @throws RuntimeException if they cannot be written
     */
    default void check() {}
}
