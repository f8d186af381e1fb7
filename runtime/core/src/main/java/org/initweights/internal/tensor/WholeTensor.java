package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * All elements of a tensor in memory of our own, until an adapter takes them at once.
 *
 * @param elements the same memory as elements of the tensor's type; it may hold anything at first
 */
record WholeTensor<T>(AdaptedTensor<T> target, ByteBuffer bytes, ModelStorage elements) {

    /** Memory for a tensor. */
    static <T> WholeTensor<T> of(AdaptedTensor<T> target) {
        ByteBuffer bytes = SpareMemory.take(
                Math.toIntExact(target.length() * target.dtype().bytes()));
        return new WholeTensor<>(target, bytes, TypedMemory.storage(bytes, target.dtype()));
    }

    /** The bytes from the first on, in the machine's order, with a position of their own. */
    ByteBuffer fromFirst() {
        return bytes.slice().order(ByteOrder.nativeOrder());
    }

    /** Hands the elements to the adapter; the memory is not used any more after that. */
    void write() {
        target.adapter().write(target.tensor(), fromFirst());
        SpareMemory.giveBack(bytes);
    }
}
