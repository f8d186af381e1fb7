package org.initweights.internal.draw.torch;

import org.initweights.internal.tensor.ForwardingStorage;
import org.initweights.internal.tensor.Storage;

/**
 * Takes values for the elements of a storage that are pending, and drops the rest: PyTorch rejects by drawing the whole tensor again
 * and again.
 */
record PendingStorage(Storage target, Pending pending, Trial trial) implements ForwardingStorage {

    /** Decides on a value for a pending element. */
    @FunctionalInterface
    interface Trial {

        /** Whether the element is settled; if not, it stays pending. */
        boolean settles(long index, double value);
    }

    @Override
    public void put(long offset, float[] values, int count) {
        for (int i = 0; i < count; i++) {
            offer(offset + i, values[i]);
        }
    }

    @Override
    public void put(long offset, double[] values, int count) {
        for (int i = 0; i < count; i++) {
            offer(offset + i, values[i]);
        }
    }

    private void offer(long index, double value) {
        if (pending.contains(index) && trial.settles(index, value)) {
            pending.remove(index);
        }
    }
}
