package org.initweights.internal.fill;

import org.initweights.InitializationException;
import org.initweights.TensorShape;

/** What must hold for the shape of a weight that is given a structure. */
final class Single {

    private Single() {}

    /** Refuses shapes of several weights: each of those has a fill of its own, in a {@link PartsFill}. */
    static void check(String initializer, TensorShape shape) {
        if (shape.packed() != 1 || shape.stacked() != 0) {
            throw new InitializationException(
                    "SingleWeight",
                    initializer,
                    null,
                    "is given to one weight at a time, but " + shape + " has several");
        }
    }

    /** Refuses also shapes without elements. */
    static void checkNotEmpty(String initializer, TensorShape shape) {
        check(initializer, shape);
        if (shape.elements() == 0) {
            throw new InitializationException(
                    "NoElements", initializer, null, "needs elements, and " + shape + " has none");
        }
    }
}
