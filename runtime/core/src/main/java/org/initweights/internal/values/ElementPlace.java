package org.initweights.internal.values;

import java.util.Arrays;
import org.initweights.TensorShape;

/** Where an element is. */
final class ElementPlace {

    private ElementPlace() {}

    /** Its index on each axis. */
    static long[] indices(long index, TensorShape shape) {
        long[] indices = new long[shape.rank()];
        long rest = index;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            indices[axis] = rest % shape.size(axis);
            rest /= shape.size(axis);
        }
        return indices;
    }

    /** {@code [0, 3]}. */
    static String of(long index, TensorShape shape) {
        return Arrays.toString(indices(index, shape));
    }
}
