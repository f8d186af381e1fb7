package org.initweights.internal.files.checkpoint;

import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.internal.fill.DerivedFill;
import org.initweights.internal.fill.FromWeights;
import org.initweights.internal.fill.Leaves;
import org.initweights.internal.kernel.MatrixHeap;
import org.initweights.internal.message.HeapNeed;

/** Orthogonal matrices and what is computed of a whole matrix: they need heap beyond the memory that pages have. */
final class WholeMatrix {

    private WholeMatrix() {}

    /**
     * Refuses a parameter if one of its matrices does not fit into a heap of this size.
     *
     * @throws IllegalArgumentException if one does not; it says how much would do
     */
    static void checkFits(Parameter parameter, long heap) {
        checkStored(parameter, heap);
        double elements = MatrixHeap.orthogonalElements(parameter.fill());
        if (elements > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(parameter.name() + " " + parameter.shape() + ": an orthogonal matrix of "
                    + (long) elements + " elements is more than can be made; there is room for " + Integer.MAX_VALUE);
        }
        double bytes = MatrixHeap.bytes(parameter.fill());
        if (bytes > heap) {
            throw tooLarge(parameter, "an orthogonal matrix is made as a whole", bytes, heap);
        }
    }

    /** Refuses a parameter that begins with a stored tensor which does not fit into the heap. */
    private static void checkStored(Parameter parameter, long heap) {
        Leaves.of(parameter.fill())
                .filter(fill -> fill instanceof FromWeights stored && stored.heapBytes() > heap)
                .findFirst()
                .ifPresent(fill -> {
                    throw tooLarge(
                            parameter, fill + ", is computed as a whole", ((FromWeights) fill).heapBytes(), heap);
                });
    }

    /**
     * Refuses a parameter if it cannot be computed of another in a heap of this size.
     *
     * @param source the shape of the other
     * @throws IllegalArgumentException if it cannot; it says how much would do
     */
    static void checkFits(Parameter parameter, DerivedFill how, TensorShape source, long heap) {
        double bytes = how.heapBytes(source);
        if (bytes > heap) {
            throw tooLarge(parameter, how + ", is computed of " + source + " as a whole", bytes, heap);
        }
    }

    private static IllegalArgumentException tooLarge(Parameter parameter, String what, double bytes, long heap) {
        return new IllegalArgumentException(
                parameter.name() + " " + parameter.shape() + ": " + what + ", which " + HeapNeed.of(bytes, heap));
    }
}
