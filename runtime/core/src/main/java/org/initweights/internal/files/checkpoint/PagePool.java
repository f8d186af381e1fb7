package org.initweights.internal.files.checkpoint;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.initweights.internal.work.Workers;
import org.jspecify.annotations.Nullable;

/** The room for pages in memory, which is all that initialising into files takes. The page that came first leaves first. */
final class PagePool {

    /** Pages of this size are written as fast as the disk can; smaller ones only where there is little room. */
    private static final int LARGEST_PAGE = 1 << 20;

    private static final int SMALLEST_PAGE = 1 << 16;

    /** The least number of pages, so that most are full when they leave. */
    private static final int FEWEST_PAGES = 16;

    /** The least memory that a pool can do with. */
    static final long LEAST_MEMORY = (long) FEWEST_PAGES * SMALLEST_PAGE;

    private final int pageBytes;
    private final Deque<ByteBuffer> free = new ArrayDeque<>();
    private final Deque<MemoryPage> inMemory = new ArrayDeque<>();
    private long notAllocated;
    private @Nullable RuntimeException failure;

    /** A pool whose pages together have at most this many bytes. */
    PagePool(long memory) {
        long most = Math.max(SMALLEST_PAGE, Math.min(LARGEST_PAGE, memory / FEWEST_PAGES));
        this.pageBytes = Math.toIntExact(Long.highestOneBit(most));
        this.notAllocated = memory / pageBytes;
    }

    int pageBytes() {
        return pageBytes;
    }

    /** Room for one page; if there is none, the oldest page goes to the file. */
    ByteBuffer take() {
        MemoryPage oldest;
        synchronized (this) {
            awaitRoom();
            if (failure != null) {
                throw failure;
            }
            if (!free.isEmpty()) {
                return free.pop();
            }
            if (notAllocated > 0) {
                notAllocated--;
                return allocate();
            }
            oldest = inMemory.remove();
        }
        return leave(oldest);
    }

    private ByteBuffer allocate() {
        try {
            return ByteBuffer.allocateDirect(pageBytes);
        } catch (RuntimeException | Error e) {
            fail(e);
            throw e;
        }
    }

    private ByteBuffer leave(MemoryPage page) {
        try {
            return page.leave();
        } catch (RuntimeException | Error e) {
            fail(e);
            throw e;
        }
    }

    /** Room is lost: threads that wait for some, or ask for it later, get the reason as an exception. */
    synchronized void fail(Throwable e) {
        if (failure == null) {
            failure = e instanceof RuntimeException exception ? exception : new IllegalStateException("lost a page", e);
        }
        notifyAll();
    }

    private synchronized void awaitRoom() {
        try {
            while (free.isEmpty() && notAllocated == 0 && inMemory.isEmpty() && failure == null) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a parameter was initialised");
        }
    }

    /** A page has its room now. */
    synchronized void enter(MemoryPage page) {
        inMemory.add(page);
        notifyAll();
    }

    private synchronized void giveBack(ByteBuffer room) {
        free.push(room);
        notifyAll();
    }

    /** Brings all pages to their files. No thread may change one meanwhile. */
    void writeAll(Workers workers) {
        List<MemoryPage> pages;
        synchronized (this) {
            pages = new ArrayList<>(inMemory);
            inMemory.clear();
        }
        workers.run(pages.size(), i -> giveBack(leave(pages.get(i))));
    }
}
