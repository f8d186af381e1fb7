package org.initweights.internal.tensor;

import java.nio.ByteBuffer;

/** Gathers the elements that are loaded into a tensor which is written as a whole, and writes it when the last one is there. */
final class WholeLoad<T> {

    private final WholeTensor<T> whole;
    private long missing;

    WholeLoad(AdaptedTensor<T> target) {
        this.whole = WholeTensor.of(target);
        this.missing = target.length();
    }

    /** Takes elements that were not taken before; whether the tensor is complete and written. */
    boolean decode(long from, int count, ByteBuffer source) {
        whole.elements().decode(from, count, source);
        missing -= count;
        if (missing == 0) {
            whole.write();
        }
        return missing == 0;
    }
}
