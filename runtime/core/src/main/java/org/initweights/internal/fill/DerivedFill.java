package org.initweights.internal.fill;

import org.initweights.InitializationException;
import org.initweights.TensorShape;

/**
 * Elements that are computed of another parameter's, and of nothing else: nothing is drawn. Which parameter that is, only a model or a plan
 * knows, that has both.
 */
public sealed interface DerivedFill extends Sized permits NormsFill, SpectralVectorFill {

    /** The name of the other parameter, as one beside this one knows it. */
    String of();

    /** The whole name of the other parameter, for one of this whole name. */
    default String sourceOf(String name) {
        return name.substring(0, name.lastIndexOf('.') + 1) + of();
    }

    /**
     * Checks that a parameter of one shape can be computed of one of the other.
     *
     * @param source the other
     * @throws org.initweights.InitializationException if it cannot
     */
    void checkFits(TensorShape shape, TensorShape source);

    /** How many bytes of heap it takes to compute it of a parameter of this shape. */
    double heapBytes(TensorShape source);

    /** The refusal to start a parameter without the other. */
    default InitializationException alone() {
        return new InitializationException(
                "DerivedAlone",
                toString(),
                null,
                "is computed of the parameter " + of() + " beside it, which is not here; start both together");
    }
}
