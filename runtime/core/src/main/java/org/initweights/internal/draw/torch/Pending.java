package org.initweights.internal.draw.torch;

/**
 * The elements of a tensor that no value has been accepted for yet: a bit an element, and their number.
 *
 * <p>At most 2³⁷ elements, as many as an array of longs has bits.
 */
final class Pending {

    private final long[] settled;
    private long count;

    /** None of this many elements has a value yet. */
    Pending(long elements) {
        this.settled = new long[Math.toIntExact((elements + Long.SIZE - 1) / Long.SIZE)];
        this.count = elements;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether the element at {@code index} still waits. */
    boolean contains(long index) {
        return (settled[(int) (index / Long.SIZE)] >>> index & 1) == 0;
    }

    /** Takes out an element that waits; once only. */
    void remove(long index) {
        settled[(int) (index / Long.SIZE)] |= 1L << index;
        count--;
    }
}
