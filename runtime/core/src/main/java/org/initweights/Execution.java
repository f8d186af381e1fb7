package org.initweights;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.initweights.kernel.ExecutorWorkers;
import org.initweights.kernel.InterruptibleWorkers;
import org.initweights.kernel.SamplerSource;
import org.initweights.kernel.Workers;

/**
 * How parameters are initialised: on which threads, and who hears of it. What is written does not depend on it.
 *
 * <pre>{@code
 * parameters.initialize(RandomSource.seeded(42), Execution.on(executor, 4)
 *         .withProgress((parameter, done, total) -> bar.set(done, total)));
 * }</pre>
 */
public final class Execution {

    private static final ProgressListener SILENT = (parameter, done, total) -> {};

    private final Workers workers;
    private final ProgressListener listener;

    private Execution(Workers workers, ProgressListener listener) {
        this.workers = workers;
        this.listener = listener;
    }

    /** On the calling thread and those of the common pool. */
    public static Execution parallel() {
        return new Execution(Workers.COMMON_POOL, SILENT);
    }

    /** On the calling thread alone. */
    public static Execution serial() {
        return new Execution(Workers.CALLER, SILENT);
    }

    /**
     * On the calling thread and those of an executor. If the executor is busy, the calling thread does all.
     *
     * @param threads on how many threads at the same time, the calling one included
     * @throws IllegalArgumentException if {@code threads} is not positive
     */
    public static Execution on(Executor executor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("work cannot be done on " + threads + " threads");
        }
        return new Execution(new ExecutorWorkers(Objects.requireNonNull(executor, "executor"), threads), SILENT);
    }

    /** This execution, with someone who hears of each parameter that is complete. */
    public Execution withProgress(ProgressListener listener) {
        return new Execution(workers, Objects.requireNonNull(listener, "listener"));
    }

    Workers workers() {
        return workers;
    }

    ProgressListener listener() {
        return listener;
    }

    /** Writes the initial values of parameters. */
    void initialize(Parameters parameters, RandomSource random) {
        SamplerSource source = SamplerSource.of(random).on(new InterruptibleWorkers(workers, Thread.currentThread()));
        long total = parameters.elements();
        long done = 0;
        for (Parameter parameter : source.inOrder(parameters.stream().toList())) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted before " + parameter.name() + " was initialised");
            }
            parameter.initialize(source);
            done += parameter.elements();
            listener.progressed(parameter, Math.min(done, total), total);
        }
    }
}
