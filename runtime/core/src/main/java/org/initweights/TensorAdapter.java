package org.initweights;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.initweights.internal.tensor.AdapterStorage;

/**
 * Lets the library initialise, save and load a tensor type of your own: an ND4J array, a TensorFlow tensor, a memory segment.
 *
 * <p>Name the adapter on the model or on one of its superclasses, {@code @InitWeights(adapters = MyAdapter.class)}; it needs a public
 * constructor without parameters. Elements are numbered in row-major order of the parameter's shape.
 *
 * <p>Four methods are enough. The others make it fast, or let it say more:
 *
 * <ul>
 *   <li>{@link #memory}: the kernels write the tensor's own memory, and nothing is copied;
 *   <li>{@link #write}: what can only be written at once, or only then is fast: memory of a device, tensors in another order;
 *   <li>{@link #read(Object, long, float[], int)}: saving and reports read many elements a call;
 *   <li>{@link #dtype}: numbers other than {@code float}.
 * </ul>
 *
 * <pre>{@code
 * public final class SegmentAdapter implements TensorAdapter<MemorySegment> {
 *     public MemorySegment allocate(TensorShape shape) { return Arena.ofAuto().allocate(4 * shape.elements(), 4); }
 *     public long elements(MemorySegment tensor) { return tensor.byteSize() / 4; }
 *     public double get(MemorySegment tensor, long index) { return tensor.getAtIndex(JAVA_FLOAT, index); }
 *     public void put(MemorySegment tensor, long offset, float[] values, int count) {
 *         MemorySegment.copy(values, 0, tensor, JAVA_FLOAT, 4 * offset, count);
 *     }
 *     public Optional<ByteBuffer> memory(MemorySegment tensor) { return Optional.of(tensor.asByteBuffer()); }
 * }
 * }</pre>
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
     * @param values holds the elements from its index 0 on, rounded to {@link #dtype}; it is reused after the call
     */
    void put(T tensor, long offset, float[] values, int count);

    /**
     * The type of the elements, in which they are drawn, checked, saved and reported; by default {@link DType#F32}.
     *
     * @throws IllegalArgumentException if the tensor's type is none of these, for example an integer; the message says what it is, and
     *     becomes part of one that begins with the parameter's name
     */
    default DType dtype(T tensor) {
        return DType.F32;
    }

    /**
     * The tensor's own memory, if the library may read and write it: {@code elements × dtype.bytes()} bytes between position and limit,
     * elements in row-major order without gaps, in the machine's byte order. By default there is none.
     *
     * <p>It is asked for again by each operation, so a tensor that has been closed since can throw. The memory must stay valid as long as
     * the tensor is reachable and not closed. Tensors of more than 2 GB, on a device, or in another order have none.
     */
    default Optional<ByteBuffer> memory(T tensor) {
        return Optional.empty();
    }

    /**
     * Reads {@code count} elements; by default by {@link #get}.
     *
     * @param offset the index of the first element
     * @param values takes the elements from its index 0 on
     */
    default void read(T tensor, long offset, float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = (float) get(tensor, offset + i);
        }
    }

    /**
     * Reads {@code count} elements without rounding; by default by {@link #get}.
     *
     * @param offset the index of the first element
     * @param values takes the elements from its index 0 on
     */
    default void read(T tensor, long offset, double[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = get(tensor, offset + i);
        }
    }

    /**
     * Writes {@code count} elements of a tensor of {@link DType#F64}.
     *
     * @param offset the index of the first element written
     * @param values holds the elements from its index 0 on; it is reused after the call
     * @throws UnsupportedOperationException by default, since doubles would be rounded
     */
    default void put(T tensor, long offset, double[] values, int count) {
        throw new UnsupportedOperationException(getClass().getSimpleName()
                + " has no put(tensor, offset, double[], count), and doubles are not rounded");
    }

    /**
     * Writes all elements at once. An adapter that has this method and gives no {@link #memory} is written by it alone, up to 2 GB a
     * tensor: the library draws the tensor in memory of its own, and hands that over. By default by {@code put}.
     *
     * @param all the elements in row-major order, as {@link #dtype} lies in memory, in the machine's byte order; direct, and valid only
     *     during the call
     */
    default void write(T tensor, ByteBuffer all) {
        AdapterStorage.putPieces(tensor, this, all);
    }

    /**
     * How many elements the bands have in which the tensor is written quickest, for example some rows of a matrix whose columns lie one after
     * another; by default 0, for none.
     *
     * <p>Only tensors of {@link DType#F32} that are written as a whole are asked for it. What is drawn element by element ({@link
     * RandomSource#seeded} and {@link RandomSource#sequence}) then comes by {@link #put(Object, long, float[], int)}, each time a whole band
     * or the last, which may be shorter, in any order; a band stays in a core's cache on its way, and no memory for the whole tensor is
     * needed. All else comes by {@link #write}.
     */
    default int bandLength(T tensor) {
        return 0;
    }

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
