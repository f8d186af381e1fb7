package org.initweights;

/**
 * Lets the library initialise a tensor type of your own: an ND4J array, a TensorFlow tensor, a memory segment.
 *
 * <p>Name the adapter on the model, {@code @InitWeights(adapters = MyAdapter.class)}; it needs a public constructor
 * without parameters. Elements are numbered in row-major order of the parameter's shape.
 *
 * <p>Each parameter has an adapter of its own. The library calls it on one thread at a time, or on several threads at once if
 * {@link #isConcurrent} says so.
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

    /** Whether several threads may write different elements of a tensor at the same time; by default one thread writes all. */
    default boolean isConcurrent() {
        return false;
    }

    /**
     * The distance in memory between neighbours along each axis, in elements. By default the tensor is row-major without gaps, as an
     * array is.
     *
     * <p>Only {@link RandomSource#torch} asks: PyTorch draws a tensor with another order in memory (a transposed one, or one in
     * {@code channels_last}) in that order. The other methods still number elements in row-major order.
     */
    default long[] strides(T tensor, TensorShape shape) {
        long[] strides = new long[shape.rank()];
        long stride = 1;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= Math.max(1, shape.size(axis));
        }
        return strides;
    }
}
