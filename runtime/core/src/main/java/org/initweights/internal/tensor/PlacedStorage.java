package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import org.initweights.DType;

/** The elements of another storage, in the order in which they lie in memory. */
public record PlacedStorage(Storage target, MemoryOrder placed) implements Storage {

    /** The elements of {@code target} in the order of its memory: itself if that is row-major. */
    public static Storage of(Storage target) {
        MemoryOrder order = target.order();
        return order.isRowMajor() ? target : new PlacedStorage(target, order);
    }

    @Override
    public long length() {
        return target.length();
    }

    @Override
    public Precision precision() {
        return target.precision();
    }

    @Override
    public double get(long index) {
        return target.get(placed.index(index));
    }

    @Override
    public DType dtype() {
        return target.dtype();
    }

    @Override
    public void encode(long from, int count, ByteBuffer bytes) {
        for (long i = from; i < from + count; i++) {
            target.encode(placed.index(i), 1, bytes);
        }
    }

    @Override
    public void put(long offset, float[] values, int count) {
        float[] one = new float[1];
        for (int i = 0; i < count; i++) {
            one[0] = values[i];
            target.put(placed.index(offset + i), one, 1);
        }
    }

    @Override
    public void put(long offset, double[] values, int count) {
        double[] one = new double[1];
        for (int i = 0; i < count; i++) {
            one[0] = values[i];
            target.put(placed.index(offset + i), one, 1);
        }
    }
}
