package org.initweights;

/**
 * Computes an element of a tensor from where it is: what {@link Initializers#table(TableFunction)} takes.
 *
 * <pre>{@code
 * Initializers.table((i, shape) -> i[0] * shape.size(1) + i[1])
 * }</pre>
 *
 * <p>It is called by one thread at a time, in no certain order, and more often than once for an element: what it returns must depend on its
 * arguments alone.
 */
@FunctionalInterface
public interface TableFunction {

    /**
     * The element.
     *
     * @param indices its index on each axis, from 0; the array is used again for the next element, so it must not be kept
     * @param shape the shape of the tensor
     */
    double at(long[] indices, TensorShape shape);
}
