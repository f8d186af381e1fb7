package org.initweights.internal.draw.torch;

/** The elements of a tensor that no value has been accepted for yet. */
final class Pending {

    private final long[] settled;
    private long count;

    /** All of so many elements. */
    Pending(long elements) {
        this.settled = new long[Math.toIntExact((elements + Long.SIZE - 1) / Long.SIZE)];
        this.count = elements;
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean contains(long index) {
        return (settled[(int) (index / Long.SIZE)] >>> index & 1) == 0;
    }

    void remove(long index) {
        settled[(int) (index / Long.SIZE)] |= 1L << index;
        count--;
    }
}
