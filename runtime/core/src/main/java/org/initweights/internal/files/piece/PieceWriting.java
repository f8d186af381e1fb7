package org.initweights.internal.files.piece;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.initweights.internal.files.safetensors.Header;
import org.initweights.internal.files.safetensors.TensorEntry;
import org.initweights.internal.piece.DrawnElements;

/**
 * Writes a file, or some bytes of it, in one pass: the header, then the elements of each tensor in pieces of 1 MB.
 *
 * @param header what the file begins with
 * @param drawings draws the elements of a tensor
 */
record PieceWriting(Header header, Function<? super TensorEntry, ? extends DrawnElements> drawings) {

    private static final int CHUNK_BYTES = 1 << 20;

    /** How many bytes the file has. */
    static long bytes(Header header) {
        return header.encoded().length + header.dataBytes();
    }

    /**
     * Writes the bytes from {@code from} to before {@code to}.
     *
     * @throws IndexOutOfBoundsException if the file does not have them
     */
    void write(WritableByteChannel channel, long from, long to) throws IOException {
        byte[] head = header.encoded();
        Objects.checkFromToIndex(from, to, head.length + header.dataBytes());
        if (from < head.length) {
            int end = (int) Math.min(to, head.length);
            writeAll(channel, ByteBuffer.wrap(head, (int) from, end - (int) from));
        }
        List<TensorEntry> tensors = header.tensors();
        for (TensorEntry tensor : tensors) {
            long begin = head.length + tensor.begin();
            long first = Math.max(from, begin);
            long end = Math.min(to, begin + tensor.bytes());
            if (first < end) {
                write(channel, drawings.apply(tensor), first - begin, end - begin);
            }
        }
    }

    /** Writes bytes of one tensor; the first and the last may be in the middle of an element. */
    private static void write(WritableByteChannel channel, DrawnElements drawing, long from, long to)
            throws IOException {
        int size = drawing.dtype().bytes();
        int most = CHUNK_BYTES / size;
        long end = (to + size - 1) / size;
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(most, end - from / size) * size)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (long index = from / size; index < end; ) {
            // Chunks begin at multiples of their length, which are multiples of the tiles that are drawn.
            int count = (int) Math.min(most - index % most, end - index);
            chunk.clear();
            drawing.encode(index, count, chunk);
            chunk.flip();
            chunk.position((int) Math.max(0, from - index * size));
            chunk.limit((int) Math.min(chunk.limit(), to - index * size));
            writeAll(channel, chunk);
            index += count;
        }
    }

    private static void writeAll(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
