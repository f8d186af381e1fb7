package org.initweights.internal.tensor;

import java.nio.ByteOrder;

/**
 * Some memory that follows each other.
 *
 * @param base the array that it is in, the one object that stands for all memory outside the heap, or the tensor itself if nothing is
 *     known of its memory
 * @param from its first byte, counted from the beginning of the base
 * @param to the first byte behind it
 * @param elementBytes how many bytes an element has
 * @param order the order of the bytes of an element
 */
public record Region(Object base, long from, long to, int elementBytes, ByteOrder order) {

    public boolean isEmpty() {
        return from == to;
    }

    /** Whether both are the same elements. */
    public boolean isSame(Region other) {
        return base == other.base
                && from == other.from
                && to == other.to
                && elementBytes == other.elementBytes
                && order.equals(other.order);
    }

    /** Whether they share a byte. */
    public boolean overlaps(Region other) {
        return base == other.base && from < other.to && other.from < to;
    }

    /** Those of its elements that {@code other} shares, as {@code from : to}. */
    public String sharedWith(Region other) {
        long first = (Math.max(from, other.from) - from) / elementBytes;
        long end = (Math.min(to, other.to) - from + elementBytes - 1) / elementBytes;
        return first + " : " + end;
    }
}
