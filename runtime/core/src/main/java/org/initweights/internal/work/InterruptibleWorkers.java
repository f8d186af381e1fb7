package org.initweights.internal.work;

import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/**
 * Workers for one initialisation, which is cancelled when the thread that asked for it is interrupted. Once an interruption was seen it
 * stays cancelled, even if the thread's interrupt status is cleared; the status is set again when the thread gets the exception.
 */
public final class InterruptibleWorkers implements Workers {

    private final Workers workers;
    private final Thread caller;
    private volatile boolean cancelled;

    public InterruptibleWorkers(Workers workers, Thread caller) {
        this.workers = workers;
        this.caller = caller;
    }

    /** Whether no other piece may begin. */
    public boolean isCancelled() {
        if (!cancelled && caller.isInterrupted()) {
            cancelled = true;
        }
        return cancelled;
    }

    /**
     * Does the pieces.
     *
     * @throws CancellationException if the caller was interrupted before all were done
     */
    @Override
    public void run(int pieces, IntConsumer work) {
        try {
            workers.run(pieces, piece -> {
                if (isCancelled()) {
                    throw new CancellationException("interrupted while a parameter was initialised");
                }
                work.accept(piece);
            });
        } finally {
            if (cancelled) {
                caller.interrupt();
            }
        }
    }
}
