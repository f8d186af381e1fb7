package org.initweights.tensorflow;

import java.nio.ByteBuffer;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.family.TFloating;

/** A variable, whose elements TensorFlow keeps where it wants, and gives and takes as tensors. */
interface TensorVariable<T extends TFloating> {

    /** What messages call it. */
    String name();

    /** The type of its elements. */
    FloatingAdapter<T> type();

    Shape shape();

    /**
     * Whether TensorFlow still has it, as far as can be known without running anything.
     *
     * @throws IllegalStateException if it has not
     */
    void checkOpen();

    /** Writes all elements, row-major and in the machine's byte order. */
    void assign(ByteBuffer all);

    /**
     * Reads elements.
     *
     * @return a tensor of one dimension, to be closed
     */
    T slice(long from, long count);
}
