package org.initweights.internal.kernel;

import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.DeltaOrthogonalFill;
import org.initweights.internal.fill.FromWeights;
import org.initweights.internal.fill.Leaves;
import org.initweights.internal.fill.OrthogonalFill;

/** How much heap kernels take for matrices that they make as a whole, beside the elements that they write. */
public final class MatrixHeap {

    /** An element as a float that is drawn, as a double, and as a double once more while rows are made orthogonal. */
    private static final long ORTHOGONAL_BYTES = Float.BYTES + 2 * Double.BYTES;

    private MatrixHeap() {}

    /** How many bytes at most, at any time. */
    public static double bytes(Fill fill) {
        return Leaves.of(fill)
                .mapToDouble(leaf -> Math.max(stored(leaf), orthogonal(leaf) * ORTHOGONAL_BYTES))
                .max()
                .orElse(0);
    }

    /** How many elements the largest orthogonal matrix has; 0 if there is none. */
    public static double orthogonalElements(Fill fill) {
        return Leaves.of(fill).mapToDouble(MatrixHeap::orthogonal).max().orElse(0);
    }

    private static double stored(Fill leaf) {
        return leaf instanceof FromWeights weights ? weights.heapBytes() : 0;
    }

    private static double orthogonal(Fill leaf) {
        if (leaf instanceof OrthogonalFill orthogonal) {
            return (double) orthogonal.rows() * orthogonal.columns();
        }
        if (leaf instanceof DeltaOrthogonalFill orthogonal) {
            TensorShape shape = orthogonal.shape();
            return (double) shape.elements() / Math.max(1, shape.receptiveField());
        }
        return 0;
    }
}
