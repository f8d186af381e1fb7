package org.initweights.internal.draw;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.initweights.internal.draw.SamplerSource.Drawing;

/** Lets the threads that share a source draw one after the other. */
public final class Turns {

    private final ReentrantLock turn = new ReentrantLock();

    /**
     * Draws, when nobody else does.
     *
     * @param source what is drawn from, for the message
     * @throws CancellationException if the calling thread is interrupted while it waits, which it stays
     */
    public <E extends Exception> void take(SamplerSource source, Drawing<E> drawing) throws E {
        await(source);
        try {
            drawing.run();
        } finally {
            turn.unlock();
        }
    }

    private void await(SamplerSource source) {
        if (turn.tryLock()) {
            return;
        }
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while others drew from " + source);
        }
    }
}
