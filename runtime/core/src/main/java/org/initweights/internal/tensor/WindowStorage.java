package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.initweights.DType;

/**
 * A tensor of which only a window is kept: what is put elsewhere is dropped. So any kernel writes a piece of a tensor, and one that looks
 * at {@link #wanted} makes no more than the piece.
 *
 * @param part the elements of the window
 * @param from the index of the first of them in the tensor
 * @param length how many elements the tensor has
 */
public record WindowStorage(Storage part, long from, long length) implements Storage {

    public WindowStorage {
        if (from < 0 || part.length() > length - from) {
            throw new IllegalArgumentException(
                    "a tensor of " + length + " elements has no window of " + part.length() + " from " + from + " on");
        }
    }

    @Override
    public ElementRange wanted() {
        return new ElementRange(from, from + part.length());
    }

    @Override
    public Precision precision() {
        return part.precision();
    }

    /**
     * An element of the window.
     *
     * @throws IndexOutOfBoundsException if it is not in the window
     */
    @Override
    public double get(long index) {
        return part.get(index - from);
    }

    @Override
    public DType dtype() {
        return part.dtype();
    }

    @Override
    public boolean isConcurrent() {
        return part.isConcurrent();
    }

    @Override
    public void encode(long start, int count, ByteBuffer target) {
        part.encode(start - from, count, target);
    }

    @Override
    public void put(long offset, float[] values, int count) {
        ElementRange kept = wanted().and(new ElementRange(offset, offset + count));
        if (kept.length() == count) {
            part.put(offset - from, values, count);
        } else if (!kept.isEmpty()) {
            int skipped = (int) (kept.from() - offset);
            float[] few = Arrays.copyOfRange(values, skipped, skipped + (int) kept.length());
            part.put(kept.from() - from, few, few.length);
        }
    }

    @Override
    public void put(long offset, double[] values, int count) {
        ElementRange kept = wanted().and(new ElementRange(offset, offset + count));
        if (kept.length() == count) {
            part.put(offset - from, values, count);
        } else if (!kept.isEmpty()) {
            int skipped = (int) (kept.from() - offset);
            double[] few = Arrays.copyOfRange(values, skipped, skipped + (int) kept.length());
            part.put(kept.from() - from, few, few.length);
        }
    }
}
