package org.initweights.cli.input;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.initweights.Execution;
import picocli.CommandLine.Option;

/** On how many threads parameters are initialised. */
public final class Threads {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Draw on N threads; on all processors if it is not given. The numbers do not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** What runs on these threads. */
    public interface Work<E extends Exception> {

        /** Does the work. */
        void on(Execution execution) throws E;
    }

    /**
     * Does a work on as many threads.
     *
     * @throws IllegalArgumentException if it is less than one
     */
    public <E extends Exception> void run(Work<E> work) throws E {
        if (threads < 1) {
            throw new IllegalArgumentException("--threads " + threads + ": give 1 or more");
        }
        if (threads == 1) {
            work.on(Execution.serial());
            return;
        }
        ExecutorService others = Executors.newFixedThreadPool(threads - 1, Threads::daemon);
        try {
            work.on(Execution.on(others, threads));
        } finally {
            others.shutdown();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "initweights");
        thread.setDaemon(true);
        return thread;
    }
}
