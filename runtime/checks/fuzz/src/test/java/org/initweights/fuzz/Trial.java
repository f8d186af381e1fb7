package org.initweights.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What is tried with one input: it may take little memory and time of the processor, and throw nothing. */
final class Trial {

    private static final long MOST_BYTES = 64L << 20;
    private static final long MOST_NANOSECONDS = 5_000_000_000L;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Trial() {}

    /** Reads an input and looks at what comes of it. */
    @FunctionalInterface
    interface Body {
        void run() throws Throwable;
    }

    /**
     * Tries an input. One that never ends ends the process instead.
     *
     * @param method the name of the method that fuzzes
     * @throws AssertionError if something is thrown or too much is used; it says where the input is kept
     */
    static void of(Object target, String method, byte[] input, Body body) {
        Finding finding = new Finding(target.getClass(), method, input);
        if (!exceeds(body, finding)) {
            return;
        }
        // What is loaded and compiled at first counts once; an input that takes too much always does.
        if (exceeds(body, finding)) {
            throw new AssertionError("more than " + MOST_BYTES + " bytes of memory, or " + MOST_NANOSECONDS / 1_000_000
                    + " milliseconds; " + finding.help("crash"));
        }
    }

    private static boolean exceeds(Body body, Finding finding) {
        long start = THREADS.getCurrentThreadCpuTime();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Watchdog.watch(finding);
        try {
            body.run();
        } catch (Throwable e) {
            throw new AssertionError(e + "; " + finding.help("crash"), e);
        } finally {
            Watchdog.rest();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before > MOST_BYTES
                || THREADS.getCurrentThreadCpuTime() - start > MOST_NANOSECONDS;
    }
}
