package org.initweights.nd4j;

/**
 * Where the elements of an array lie, in row-major order, whatever its order in memory is: as runs along the last axis.
 */
final class RowMajorRuns {

    private final long[] shape;
    private final long[] strides;

    /**
     * The elements of an array.
     *
     * @param shape the sizes of the axes
     * @param strides the distances in memory between neighbours, in elements
     */
    RowMajorRuns(long[] shape, long[] strides) {
        this.shape = shape;
        this.strides = strides;
    }

    /** Takes a run of elements. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Elements at {@code position}, {@code position + stride}, and so on.
         *
         * @param first how many elements were visited before
         */
        void run(long position, long stride, int first, int count);
    }

    /** Visits {@code count} elements from the one with the row-major index {@code offset}. */
    void visit(long offset, int count, Visitor visitor) {
        int last = shape.length - 1;
        if (last < 0) {
            visitor.run(0, 1, 0, count);
            return;
        }
        long[] index = new long[shape.length];
        long rest = offset;
        for (int axis = last; axis >= 0 && count > 0; axis--) {
            index[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        for (int done = 0; done < count; ) {
            int run = (int) Math.min(count - done, shape[last] - index[last]);
            visitor.run(position(index), strides[last], done, run);
            done += run;
            advance(index, run);
        }
    }

    private long position(long[] index) {
        long position = 0;
        for (int axis = 0; axis < index.length; axis++) {
            position += index[axis] * strides[axis];
        }
        return position;
    }

    /** Goes on to the element after a run, which ends at the end of its row or is the last. */
    private void advance(long[] index, int run) {
        int axis = shape.length - 1;
        index[axis] += run;
        while (axis > 0 && index[axis] == shape[axis]) {
            index[axis--] = 0;
            index[axis]++;
        }
    }
}
