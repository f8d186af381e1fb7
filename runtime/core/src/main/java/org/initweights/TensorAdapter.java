package org.initweights;

/**
 * Lets the library initialise a tensor type of your own: an ND4J array, a TensorFlow tensor, a memory segment.
 *
 * <p>Name the adapter on the model, {@code @InitWeights(adapters = MyAdapter.class)}; it needs a public constructor
 * without parameters. Elements are numbered in row-major order of the parameter's shape.
 *
 * @param <T> the tensor type
 */
public interface TensorAdapter<T> {

    /** A new tensor of this shape, for a field that is null. */
    T allocate(TensorShape shape);

    /** How many elements the tensor holds. */
    long elements(T tensor);

    /** The element at {@code index}. */
    double get(T tensor, long index);

    /**
     * Writes {@code count} elements.
     *
     * @param offset the index of the first element written
     * @param values holds the elements from its index 0 on; it is reused after the call
     */
    void put(T tensor, long offset, float[] values, int count);
}
