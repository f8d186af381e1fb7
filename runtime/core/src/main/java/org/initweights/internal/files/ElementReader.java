package org.initweights.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads elements in large pieces. */
public final class ElementReader {

    private static final int CHUNK_BYTES = 1 << 20;

    private final ByteBuffer chunk;

    /**
     * Reads nothing yet.
     *
     * @param order the byte order of the elements
     * @param bytes how many bytes there are to read; for a few a small buffer will do
     */
    public ElementReader(ByteOrder order, long bytes) {
        this.chunk = ByteBuffer.allocate((int) Math.min(bytes, CHUNK_BYTES)).order(order);
    }

    /**
     * Reads elements one piece after another.
     *
     * @param source gives the bytes
     * @param target takes the elements
     */
    public void read(long elements, int bytesPerElement, Source source, Decoder target) throws IOException {
        int most = chunk.capacity() / bytesPerElement;
        for (long done = 0; done < elements; ) {
            int part = (int) Math.min(elements - done, most);
            chunk.clear().limit(part * bytesPerElement);
            source.fill(chunk);
            target.decode(done, part, chunk.flip());
            done += part;
        }
    }

    /** Where bytes come from, one after another. */
    @FunctionalInterface
    public interface Source {

        /** Fills the rest of {@code target}. */
        void fill(ByteBuffer target) throws IOException;
    }

    /** Takes the elements. */
    @FunctionalInterface
    public interface Decoder {

        /** Takes {@code count} elements out of {@code source}, from the element {@code from} on. */
        void decode(long from, int count, ByteBuffer source);
    }
}
