package org.initweights.spark;

import java.io.IOException;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;

/**
 * The memory that the tasks of one JVM share: who needs more than is left waits for others. A task alone always gets what it needs.
 */
final class ExecutorMemory {

    private static final Object LOCK = new Object();
    private static final long PATIENCE_MILLIS = 500;

    private static long taken;

    private ExecutorMemory() {}

    /** What is done with the memory. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** Works as soon as a task can have {@code bytes} without all taking more than {@code limit}. */
    static <T> T with(long bytes, long limit, Work<T> work) throws IOException {
        take(bytes, limit);
        try {
            return work.run();
        } finally {
            giveBack(bytes);
        }
    }

    private static void take(long bytes, long limit) {
        TaskContext task = TaskContext.get();
        synchronized (LOCK) {
            while (taken > 0 && taken + bytes > limit) {
                if (task != null && task.isInterrupted()) {
                    throw new TaskKilledException("killed while it waited for memory");
                }
                try {
                    LOCK.wait(PATIENCE_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new TaskKilledException("interrupted while it waited for memory");
                }
            }
            taken += bytes;
        }
    }

    private static void giveBack(long bytes) {
        synchronized (LOCK) {
            taken -= bytes;
            LOCK.notifyAll();
        }
    }
}
