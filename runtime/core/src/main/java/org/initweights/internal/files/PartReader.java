package org.initweights.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads elements of a part of a tensor. What lies between two runs of them is read too if it is little, for a read costs more than some
 * bytes.
 */
public final class PartReader {

    private static final int LARGEST_GAP_BYTES = 1 << 13;

    private final TensorPart part;
    private final int bytesPerElement;
    private final ByteOrder order;
    private final Source source;

    /** Where the bytes of the tensor are. */
    @FunctionalInterface
    public interface Source {

        /**
         * Fills the rest of {@code target}.
         *
         * @param from the first byte, counted from the beginning of the tensor
         */
        void read(long from, ByteBuffer target) throws IOException;
    }

    /** Reads nothing yet. */
    public PartReader(TensorPart part, int bytesPerElement, ByteOrder order, Source source) {
        this.part = part;
        this.bytesPerElement = bytesPerElement;
        this.order = order;
        this.source = source;
    }

    /**
     * Reads elements, one piece after another.
     *
     * @param from the first element, counted in this part
     * @param target is told which elements they are, counted from {@code from}
     */
    public void read(long from, long count, ElementReader.Decoder target) throws IOException {
        if (count == 0) {
            return;
        }
        long span = part.position(from + count - 1) - part.position(from) + 1;
        if (span < ChunkMemory.BYTES / bytesPerElement) {
            read(from, count, target, ByteBuffer.allocate((int) span * bytesPerElement));
            return;
        }
        ByteBuffer chunk = ChunkMemory.take();
        try {
            read(from, count, target, chunk);
        } finally {
            ChunkMemory.giveBack(chunk);
        }
    }

    private void read(long from, long count, ElementReader.Decoder target, ByteBuffer chunk) throws IOException {
        int most = chunk.order(order).capacity() / bytesPerElement;
        for (long done = 0; done < count; ) {
            long end = end(from + done, from + count, most) - from;
            long position = part.position(from + done);
            long bytes = (part.position(from + end - 1) - position + 1) * bytesPerElement;
            chunk.clear().limit((int) bytes);
            source.read(position * bytesPerElement, chunk);
            while (done < end) {
                int run = (int) Math.min(end - done, part.following(from + done));
                int at = (int) ((part.position(from + done) - position) * bytesPerElement);
                chunk.limit(at + run * bytesPerElement).position(at);
                target.decode(done, run, chunk);
                done += run;
            }
        }
    }

    /** The element before which a read ends that begins with an element: at a wide gap, or where the buffer is full. */
    private long end(long first, long last, int most) {
        long begin = part.position(first);
        long next = first;
        while (next < last) {
            long position = part.position(next);
            long room = most - (position - begin);
            boolean isFar =
                    next > first && (position - part.position(next - 1) - 1) * bytesPerElement > LARGEST_GAP_BYTES;
            if (isFar || room <= 0) {
                break;
            }
            long run = Math.min(last - next, part.following(next));
            if (run > room) {
                // A run that begins a read is cut; another one begins the next.
                return next == first ? next + room : next;
            }
            next += run;
        }
        return next;
    }
}
