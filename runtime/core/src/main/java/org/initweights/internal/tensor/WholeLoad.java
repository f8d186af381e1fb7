package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Gathers the elements that are loaded into a tensor which is written as a whole, and writes it when the last one is there. */
final class WholeLoad<T> {

    private final AdaptedTensor<T> target;
    private final ByteBuffer bytes;
    private final ModelStorage elements;
    private long missing;

    WholeLoad(AdaptedTensor<T> target) {
        this.target = target;
        this.bytes = TypedMemory.take(target.dtype(), target.length());
        this.elements = TypedMemory.storage(bytes, target.dtype());
        this.missing = target.length();
    }

    /** Takes elements that were not taken before; whether the tensor is complete and written. */
    boolean decode(long from, int count, ByteBuffer source) {
        elements.decode(from, count, source);
        missing -= count;
        if (missing == 0) {
            target.adapter().write(target.tensor(), bytes.slice().order(ByteOrder.nativeOrder()));
            SpareMemory.giveBack(bytes);
        }
        return missing == 0;
    }
}
