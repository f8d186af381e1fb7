package org.initweights.internal.files.load;

/** Goes through the elements of a tensor in row-major order, and knows where each is in another order of the axes. */
final class AxisCursor {

    private final long[] sizes;
    private final long[] strides;
    private final long[] position;
    private long index;

    /**
     * At the first element of a row.
     *
     * @param sizes the sizes of the axes
     * @param strides the distance of neighbours along each axis in the other order
     * @param row the place on the first axis; 0 if there is none
     */
    AxisCursor(long[] sizes, long[] strides, long row) {
        this.sizes = sizes;
        this.strides = strides;
        this.position = new long[sizes.length];
        if (row > 0) {
            position[0] = row;
            index = row * strides[0];
        }
    }

    /** Where the element is in the other order. */
    long index() {
        return index;
    }

    void advance() {
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            position[axis]++;
            index += strides[axis];
            if (position[axis] < sizes[axis]) {
                return;
            }
            index -= position[axis] * strides[axis];
            position[axis] = 0;
        }
    }
}
