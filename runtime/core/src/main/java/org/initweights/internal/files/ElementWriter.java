package org.initweights.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.function.Consumer;

/** Gathers little-endian elements of many tensors into large writes. */
public final class ElementWriter {

    private static final int CHUNK_BYTES = 1 << 20;

    private final WritableByteChannel channel;
    private final ByteBuffer chunk;

    private ElementWriter(WritableByteChannel channel, ByteBuffer chunk) {
        this.channel = channel;
        this.chunk = chunk.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes to a file, which takes bytes from outside of the heap without another copy. */
    public static ElementWriter toFile(FileChannel file) {
        return new ElementWriter(file, ByteBuffer.allocateDirect(CHUNK_BYTES));
    }

    /**
     * Writes to any channel.
     *
     * @param bytes about how many bytes will be written; for a few a small buffer will do
     */
    public static ElementWriter to(WritableByteChannel channel, long bytes) {
        return new ElementWriter(
                channel, ByteBuffer.allocate((int) Math.max(Long.BYTES, Math.min(bytes, CHUNK_BYTES))));
    }

    /** Appends bytes as they are. */
    public void write(byte[] bytes) throws IOException {
        for (int done = 0; done < bytes.length; ) {
            int part = Math.min(bytes.length - done, chunk.capacity());
            reserve(part);
            chunk.put(bytes, done, part);
            done += part;
        }
    }

    /** Appends all of a tensor. */
    public void write(TensorContent tensor) throws IOException {
        write(tensor.units(), tensor.unitBytes(), tensor.encoder());
    }

    /**
     * Appends all of a tensor.
     *
     * @param witness is shown all bytes of the elements, in their order
     */
    public void write(TensorContent tensor, Consumer<ByteBuffer> witness) throws IOException {
        write(tensor.units(), tensor.unitBytes(), (from, count, target) -> {
            int begin = target.position();
            tensor.encoder().encode(from, count, target);
            witness.accept(target.slice(begin, target.position() - begin));
        });
    }

    /** Appends elements that {@code encoder} gives. */
    public void write(long elements, int bytesPerElement, Encoder encoder) throws IOException {
        for (long done = 0; done < elements; ) {
            reserve(bytesPerElement);
            int part = (int) Math.min(elements - done, chunk.remaining() / bytesPerElement);
            encoder.encode(done, part, chunk);
            done += part;
        }
    }

    /** Hands over what was gathered and not yet written. */
    public void flush() throws IOException {
        chunk.flip();
        while (chunk.hasRemaining()) {
            channel.write(chunk);
        }
        chunk.clear();
    }

    private void reserve(int bytes) throws IOException {
        if (chunk.remaining() < bytes) {
            flush();
        }
    }

    /** Gives the bytes of elements. */
    @FunctionalInterface
    public interface Encoder {

        /** Appends {@code count} elements from {@code from} on to {@code target}. */
        void encode(long from, int count, ByteBuffer target);
    }
}
