package org.initweights.internal.files.checkpoint;

import org.initweights.Fill;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.internal.fill.DeltaOrthogonalFill;
import org.initweights.internal.fill.OrthogonalFill;
import org.initweights.internal.fill.PartsFill;
import org.initweights.internal.fill.RepeatedFill;
import org.initweights.internal.fill.SlicedFill;

/** Orthogonal matrices, which are made as a whole: they need heap beyond the memory that pages have. */
final class WholeMatrix {

    /** An element as a float that is drawn, as a double, and as a double once more while rows are made orthogonal. */
    private static final long BYTES_PER_ELEMENT = Float.BYTES + 2 * Double.BYTES;

    private WholeMatrix() {}

    /**
     * Refuses a parameter if one of its matrices does not fit into a heap of this size.
     *
     * @throws IllegalArgumentException if one does not; it says how much would do
     */
    static void checkFits(Parameter parameter, long heap) {
        double elements = largest(parameter.fill());
        if (elements > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(parameter.name() + " " + parameter.shape() + ": an orthogonal matrix of "
                    + (long) elements + " elements is more than can be made; there is room for " + Integer.MAX_VALUE);
        }
        double bytes = elements * BYTES_PER_ELEMENT;
        if (bytes > heap) {
            throw new IllegalArgumentException(parameter.name() + " " + parameter.shape()
                    + ": an orthogonal matrix is made as a whole, which takes " + (long) bytes
                    + " bytes of heap, and there are " + heap + "; give the JVM more (-Xmx"
                    + (long) Math.ceil(bytes * 1.25 / (1 << 20)) + "m)");
        }
    }

    /** How many elements the largest matrix has. */
    private static double largest(Fill fill) {
        if (fill instanceof OrthogonalFill orthogonal) {
            return (double) orthogonal.rows() * orthogonal.columns();
        }
        if (fill instanceof DeltaOrthogonalFill orthogonal) {
            TensorShape shape = orthogonal.shape();
            return (double) shape.elements() / Math.max(1, shape.receptiveField());
        }
        if (fill instanceof PartsFill parts) {
            return largest(parts.part());
        }
        if (fill instanceof RepeatedFill repeated) {
            return largest(repeated.part());
        }
        if (fill instanceof SlicedFill sliced) {
            return sliced.ranges().stream()
                    .mapToDouble(range -> largest(range.fill()))
                    .reduce(largest(sliced.base()), Math::max);
        }
        return 0;
    }
}
