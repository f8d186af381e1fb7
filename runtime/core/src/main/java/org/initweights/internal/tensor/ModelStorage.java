package org.initweights.internal.tensor;

import java.nio.ByteBuffer;

/** What a model keeps a parameter in, rather than a view that a kernel looks through: it can be loaded too. */
public interface ModelStorage extends Storage {

    /**
     * Takes {@code count} elements from their bytes, to the bit, as {@link #encode} gives them.
     *
     * @param from the index of the first element written
     * @param source holds them from its position on, in its byte order; the position moves behind them
     */
    void decode(long from, int count, ByteBuffer source);
}
