package org.initweights.internal.files;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Memory outside of the heap that files are read into, which spares a copy of all bytes. Pieces are of one size, and are kept for whoever
 * reads next until the garbage collector comes by: it would not come for memory outside of the heap.
 *
 * <p>Any thread may take a piece, and has it alone until it gives it back.
 */
final class ChunkMemory {

    /** Fits the second cache of a processor with room for what is made of it. */
    static final int BYTES = 1 << 18;

    private static final ConcurrentLinkedQueue<WeakReference<ByteBuffer>> SPARE = new ConcurrentLinkedQueue<>();

    private ChunkMemory() {}

    /** {@link #BYTES} that may hold anything. */
    static ByteBuffer take() {
        for (WeakReference<ByteBuffer> next = SPARE.poll(); next != null; next = SPARE.poll()) {
            @Nullable ByteBuffer spare = next.get();
            if (spare != null) {
                return spare.clear();
            }
        }
        return ByteBuffer.allocateDirect(BYTES);
    }

    /** Keeps a piece that nobody uses any more. */
    static void giveBack(ByteBuffer piece) {
        SPARE.add(new WeakReference<>(piece));
    }
}
