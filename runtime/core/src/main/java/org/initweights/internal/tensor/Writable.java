package org.initweights.internal.tensor;

import java.nio.Buffer;

/** What every buffer that is to be initialised must be. */
final class Writable {

    private Writable() {}

    /** Refuses read-only buffers. */
    static void check(Buffer buffer) {
        if (buffer.isReadOnly()) {
            throw new IllegalArgumentException("the buffer is read-only");
        }
    }
}
