package org.initweights.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;

/**
 * A range of an array's elements, counted row-major, as a few views: whole rows, and pieces of the rows at its ends. The engine copies from and to
 * them in any order and on any device.
 */
final class ArrayPieces {

    private final Visitor visitor;

    private ArrayPieces(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Takes the views, one after another. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Takes one of them.
         *
         * @param piece some elements, row-major; closed afterwards, as all that is made by its manager
         * @param at where its first element is in the range
         */
        void take(NDArray piece, int at);
    }

    /** Visits {@code count} elements from {@code offset} on. */
    static void visit(NDArray array, long offset, int count, Visitor visitor) {
        if (count == 0) {
            return;
        }
        try (NDManager own = array.getManager().newSubManager(array.getDevice())) {
            new ArrayPieces(visitor).visit(ArrayMemory.view(array, own), offset, count, 0);
        }
    }

    private void visit(NDArray array, long offset, long count, int at) {
        if (count == array.size()) {
            visitor.take(array, at);
            return;
        }
        long row = array.size() / array.getShape().get(0);
        long first = offset / row;
        long skipped = offset % row;
        int done = 0;
        if (skipped > 0) {
            done = (int) Math.min(count, row - skipped);
            visit(array.get(first++), skipped, done, at);
        }
        long rows = (count - done) / row;
        if (rows > 0) {
            visitor.take(array.get(new NDIndex().addSliceDim(first, first + rows)), at + done);
            done += (int) (rows * row);
        }
        if (done < count) {
            visit(array.get(first + rows), 0, count - done, at + done);
        }
    }
}
