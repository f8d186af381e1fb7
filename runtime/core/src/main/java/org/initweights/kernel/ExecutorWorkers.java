package org.initweights.kernel;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread and threads of an executor. Whoever is free takes the next piece, so that nobody waits for a thread that the
 * executor does not give.
 */
public record ExecutorWorkers(Executor executor, int threads) implements Workers {

    @Override
    public void run(int pieces, IntConsumer work) {
        Run run = new Run(pieces, work);
        for (int i = 1; i < Math.min(threads, pieces); i++) {
            try {
                executor.execute(run::takePieces);
            } catch (RejectedExecutionException e) {
                // Nothing is lost: the calling thread takes what is left.
                break;
            }
        }
        run.takePieces();
        run.await();
    }

    private static final class Run {

        private final int pieces;
        private final IntConsumer work;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Run(int pieces, IntConsumer work) {
            this.pieces = pieces;
            this.work = work;
        }

        /** After a failure the pieces that are left end without being done. */
        void takePieces() {
            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                try {
                    if (failure.get() == null) {
                        work.accept(piece);
                    }
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
                ended.incrementAndGet();
            }
        }

        /** Until no piece is being done any more: others have at most one each. */
        void await() {
            while (ended.get() < pieces) {
                Thread.onSpinWait();
            }
            Throwable thrown = failure.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
