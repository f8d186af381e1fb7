package org.initweights.internal.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntConsumer;

/** The calling thread and those of the common pool, or of the {@link ForkJoinPool} that the calling thread belongs to. */
final class CommonPoolWorkers implements Workers {

    @Override
    public void run(int pieces, IntConsumer work) {
        Deque<ForkJoinTask<?>> helpers = new ArrayDeque<>();
        try {
            new Run(pieces, work)
                    .with(
                            help -> helpers.push(ForkJoinTask.adapt(help).fork()),
                            ForkJoinPool.getCommonPoolParallelism());
        } finally {
            // A busy pool has not begun them, and would otherwise collect those of thousands of runs.
            helpers.forEach(ForkJoinTask::tryUnfork);
        }
    }
}
