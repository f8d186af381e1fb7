package org.initweights.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C interrupts the thread that works, and the JVM waits until that has put its files in order and said so. */
final class Interruption {

    private static final long MOST_SECONDS = 60;

    private Interruption() {}

    /** What may be interrupted. */
    @FunctionalInterface
    interface Work<T> {

        /** Does the work and prints its last message: what is printed later may be lost. */
        T run() throws IOException;
    }

    /** Does a piece of work on the calling thread, which Ctrl-C interrupts. */
    static <T> T interruptible(Work<T> work) throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        Thread worker = Thread.currentThread();
        Thread hook = new Thread(() -> interrupt(worker, over), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.run();
        } finally {
            over.countDown();
            remove(hook);
        }
    }

    private static void interrupt(Thread worker, CountDownLatch over) {
        worker.interrupt();
        try {
            if (!over.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the work did not end within " + MOST_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending, and the hook has run.
            return;
        }
    }
}
