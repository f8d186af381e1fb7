package org.initweights.internal.work;

import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/**
 * The calling thread and threads of an executor, together no more than a given number. What the executor rejects, the calling thread does.
 */
public record ExecutorWorkers(Executor executor, int threads) implements Workers {

    @Override
    public void run(int pieces, IntConsumer work) {
        new Run(pieces, work).with(executor, threads - 1);
    }
}
