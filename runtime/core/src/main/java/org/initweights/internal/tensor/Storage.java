package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.initweights.DType;

/**
 * The elements of one parameter, in row-major order, whatever the model keeps them in.
 *
 * <p>Kernels generate chunks of {@code float} or {@code double}, as {@link #precision()} says, and put them here; a
 * storage of narrower type rounds to nearest even.
 */
public interface Storage {

    /** How many elements there are. */
    long length();

    /** The type of chunk that loses nothing: what kernels should generate. */
    Precision precision();

    /** The element at {@code index}. */
    double get(long index);

    /** The type of the elements. */
    DType dtype();

    /** In which order the elements lie in memory. */
    default MemoryOrder order() {
        return MemoryOrder.CONTIGUOUS;
    }

    /**
     * The elements that anybody will look at; kernels need not make the others, and what they put there is dropped. Usually all.
     */
    default ElementRange wanted() {
        return new ElementRange(0, length());
    }

    /** Whether several threads may put different elements at the same time. */
    default boolean isConcurrent() {
        return true;
    }

    /** The elements as a part of a {@code float[]}, so that kernels can write them in place; empty if they are not. */
    default Optional<FloatBuffer> floats() {
        return Optional.empty();
    }

    /**
     * How many elements a worker should write at once.
     *
     * @param usual what is enough for most storages
     */
    default int pieceLength(int usual) {
        return usual;
    }

    /**
     * Lets a kernel write the elements {@code [from, to)}, which are one piece.
     *
     * @param kernel writes all elements of what it is given, which are those of the piece
     */
    default void writePiece(long from, long to, Consumer<Storage> kernel) {
        kernel.accept(new RangeStorage(this, from, to - from));
    }

    /** Appends the bytes of {@code count} elements from {@code from} on to {@code target}, in its byte order. */
    void encode(long from, int count, ByteBuffer target);

    /** Writes {@code values[0 .. count)} to the elements from {@code offset} on. */
    void put(long offset, float[] values, int count);

    /** Writes {@code values[0 .. count)} to the elements from {@code offset} on. */
    void put(long offset, double[] values, int count);
}
