package org.initweights.internal.derive;

import org.initweights.DType;
import org.initweights.TensorShape;

/** Elements that a test gives. */
final class DoubleElements {

    private DoubleElements() {}

    /** As one that has this shape. */
    static SourceElements of(double[] elements, long... dims) {
        return new SourceElements(
                TensorShape.of(dims),
                DType.F64,
                (from, count, target) -> System.arraycopy(elements, (int) from, target, 0, count));
    }
}
