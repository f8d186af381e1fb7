package org.initweights.internal.work;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of work that the calling thread does together with helpers. A thread that is free takes the next piece, so that none depends on a
 * helper that never comes.
 *
 * <p>When the run ends, normally or not, no thread works on it any more: the calling thread closes it, then waits for the helpers that have
 * begun. Helpers that come later find it closed, and do nothing. After a failure no thread takes another piece.
 */
final class Run {

    /** Added to the number of helpers once no other may begin. */
    private static final int CLOSED = Integer.MIN_VALUE;

    /** A helper has one piece left at most, which is often done before a thread could go to sleep and wake up again. */
    private static final int MOST_SPINS = 1 << 10;

    private final Thread caller = Thread.currentThread();
    private final int pieces;
    private final AtomicLong next = new AtomicLong();
    private final AtomicInteger helpers = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private @Nullable IntConsumer work;

    Run(int pieces, IntConsumer work) {
        this.pieces = pieces;
        this.work = work;
    }

    /**
     * Does all the pieces, with at most this many helpers, and throws what was thrown first.
     *
     * @param executor runs the helpers, each at any time, any number of times, or never
     */
    void with(Executor executor, int mostHelpers) {
        try {
            askForHelp(executor, mostHelpers);
            takePieces();
        } catch (Throwable e) {
            fail(e);
        } finally {
            helpers.getAndAdd(CLOSED);
            awaitHelpers();
            // An executor may keep its tasks for long, but not what was to be written.
            work = null;
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            Run.<RuntimeException>rethrow(thrown);
        }
    }

    private void askForHelp(Executor executor, int mostHelpers) {
        try {
            for (int i = 0; i < Math.min(mostHelpers, pieces - 1) && next.get() < pieces; i++) {
                executor.execute(this::help);
            }
        } catch (RejectedExecutionException e) {
            // Nothing is lost: the calling thread takes what is left.
            return;
        }
    }

    private void help() {
        if (helpers.updateAndGet(count -> count < 0 ? count : count + 1) < 0) {
            return;
        }
        try {
            takePieces();
        } finally {
            if (helpers.decrementAndGet() == CLOSED) {
                LockSupport.unpark(caller);
            }
        }
    }

    private void takePieces() {
        IntConsumer each = Objects.requireNonNull(work);
        for (long piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
            try {
                each.accept((int) piece);
            } catch (Throwable e) {
                fail(e);
            }
        }
    }

    private void fail(Throwable e) {
        next.set(pieces);
        if (!failure.compareAndSet(null, e) && failure.get() != e) {
            Objects.requireNonNull(failure.get()).addSuppressed(e);
        }
    }

    /** Does not clear the interruption of the calling thread meanwhile, which the pieces may ask for. */
    @SuppressWarnings("ThreadPriorityCheck")
    private void awaitHelpers() {
        for (int spins = 0; helpers.get() != CLOSED; spins++) {
            if (spins < MOST_SPINS) {
                Thread.onSpinWait();
            } else if (caller.isInterrupted()) {
                // Whoever is interrupted cannot sleep.
                Thread.yield();
            } else {
                LockSupport.park(this);
            }
        }
    }

    /** Throws checked exceptions, too: code that is not Java's does not declare them. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void rethrow(Throwable failure) throws E {
        throw (E) failure;
    }
}
