package org.initweights.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Ends the process if an input takes for ever, and keeps it: who reads it cannot be stopped otherwise. */
final class Watchdog {

    private static final int EXIT = 77;
    private static final long MOST_NANOSECONDS = 30_000_000_000L;

    /** Of the clock, for who waits and never computes; machines that are busy with other things may be slow. */
    private static final long LONGEST_NANOSECONDS = 600_000_000_000L;

    private static final long INTERVAL = 1000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static volatile Watch current;

    /** Who reads what since when. */
    private record Watch(Finding finding, Thread reader, long start, long computedBefore) {

        static Watch ofCurrentThread(Finding finding) {
            return new Watch(finding, Thread.currentThread(), System.nanoTime(), THREADS.getCurrentThreadCpuTime());
        }

        boolean isOver() {
            return THREADS.getThreadCpuTime(reader.getId()) - computedBefore > MOST_NANOSECONDS
                    || System.nanoTime() - start > LONGEST_NANOSECONDS;
        }
    }

    static {
        Thread thread = new Thread(Watchdog::run, "watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    private Watchdog() {}

    /** Begins to watch the current thread. */
    static void watch(Finding finding) {
        current = Watch.ofCurrentThread(finding);
    }

    /** Watches no more. */
    static void rest() {
        current = null;
    }

    private static void run() {
        try {
            while (true) {
                Thread.sleep(INTERVAL);
                Watch watch = current;
                if (watch != null && watch.isOver()) {
                    end(watch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Watch watch) {
        watch.finding.write("hang");
        System.err.println("it does not end; " + watch.finding.help("hang"));
        for (StackTraceElement element : watch.reader.getStackTrace()) {
            System.err.println("    at " + element);
        }
        Runtime.getRuntime().halt(EXIT);
    }
}
