package org.initweights.internal.tensor;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Memory outside the heap for one tensor after another. Fresh memory costs more than drawing into it: the system gives it out page by page,
 * and the JDK fills it with zeros. So the last piece is kept for the next tensor, until the garbage collector comes by.
 *
 * <p>Any thread may take memory, and has it alone until it gives it back.
 */
final class SpareMemory {

    private static final AtomicReference<WeakReference<ByteBuffer>> SPARE =
            new AtomicReference<>(new WeakReference<>(null));

    private SpareMemory() {}

    /** This many bytes in the machine's order, which may hold anything. */
    static ByteBuffer take(int bytes) {
        ByteBuffer spare = SPARE.getAndSet(new WeakReference<>(null)).get();
        ByteBuffer memory = spare != null && spare.capacity() >= bytes ? spare : ByteBuffer.allocateDirect(bytes);
        return memory.clear().limit(bytes).order(ByteOrder.nativeOrder());
    }

    /** Keeps memory that nobody uses any more. */
    static void giveBack(ByteBuffer memory) {
        SPARE.set(new WeakReference<>(memory));
    }
}
