package org.initweights.io;

import java.io.IOException;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.internal.files.ElementReader;

/** A tensor in a file of any format, ready to be loaded. */
interface LoadableTensor {

    /** The name in the model, as in a PyTorch {@code state_dict}. */
    String name();

    /** The type of the elements. */
    ElementType type();

    /** The shape, without roles of its axes, which files do not know. */
    TensorShape shape();

    /** Whether this tensor's elements can be those of a parameter. */
    default boolean fits(Parameter parameter) {
        return type() == ElementType.of(parameter.dtype());
    }

    /** Whether {@link #read} gives the elements in their order. */
    default boolean isInOrder() {
        return true;
    }

    /** Whether several threads may {@link #read} at the same time, this tensor and others of its file. */
    default boolean isConcurrent() {
        return false;
    }

    /**
     * Finds all that can be wrong with the bytes of this tensor, so that {@link #read} fails only if the file changes after this.
     *
     * @throws CheckpointException if something is
     * @throws IOException if the file cannot be read
     */
    void verify() throws IOException;

    /**
     * Gives all elements, as the file has them.
     *
     * @throws IOException if the file cannot be read
     */
    void read(ElementReader.Decoder target) throws IOException;
}
