package org.initweights.internal.draw.torch;

import org.initweights.internal.tensor.ElementRange;
import org.initweights.internal.tensor.ForwardingStorage;
import org.initweights.internal.tensor.Storage;

/**
 * What a tensor that is drawn anew passes through: each value is judged on its way, and only those of pending elements count.
 *
 * <p>It has the target's type and strides, so drawing to it consumes the same words as {@code normal_} or {@code uniform_} of the whole
 * tensor. It takes no memory of its own.
 *
 * @param target the tensor that is to be drawn
 * @param pending the elements that still wait
 * @param trial decides on a value for one of them
 */
record PendingStorage(Storage target, Pending pending, Trial trial) implements ForwardingStorage {

    /** Decides on a value for a pending element. */
    @FunctionalInterface
    interface Trial {

        /** Whether the element is settled; if not, it stays pending. */
        boolean settles(long index, double value);
    }

    /** All: which elements still wait decides how much is drawn. */
    @Override
    public ElementRange wanted() {
        return new ElementRange(0, length());
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
