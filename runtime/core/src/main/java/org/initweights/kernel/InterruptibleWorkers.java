package org.initweights.kernel;

import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/** Workers that stop soon after the thread that asked for the work was interrupted, which it stays. */
public record InterruptibleWorkers(Workers workers, Thread caller) implements Workers {

    /**
     * Does the pieces.
     *
     * @throws CancellationException if the caller was interrupted before all were done
     */
    @Override
    public void run(int pieces, IntConsumer work) {
        workers.run(pieces, piece -> {
            if (caller.isInterrupted()) {
                throw new CancellationException("interrupted while a parameter was initialised");
            }
            work.accept(piece);
        });
    }
}
