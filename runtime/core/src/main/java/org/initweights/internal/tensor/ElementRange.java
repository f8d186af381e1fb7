package org.initweights.internal.tensor;

/**
 * Elements of a tensor that follow each other in row-major order.
 *
 * @param from the first
 * @param to the first that no longer belongs to them, not less than {@code from}
 */
public record ElementRange(long from, long to) {

    /** No elements. */
    public static final ElementRange NONE = new ElementRange(0, 0);

    public ElementRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("there are no elements " + from + " : " + to);
        }
    }

    /** How many they are. */
    public long length() {
        return to - from;
    }

    public boolean isEmpty() {
        return from == to;
    }

    /** Whether all of these are also in another range. */
    public boolean isIn(ElementRange other) {
        return isEmpty() || (other.from <= from && to <= other.to);
    }

    /** The elements that are in both ranges. */
    public ElementRange and(ElementRange other) {
        long first = Math.max(from, other.from);
        long end = Math.min(to, other.to);
        return first < end ? new ElementRange(first, end) : NONE;
    }

    /** The same elements as another tensor counts them, whose first element is {@code origin} here. */
    public ElementRange countedFrom(long origin) {
        return isEmpty() ? NONE : new ElementRange(from - origin, to - origin);
    }
}
