package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Objects;
import java.util.Optional;
import org.initweights.DType;

/** A range of the elements of another storage. */
public record RangeStorage(Storage whole, long from, long length) implements Storage {

    public RangeStorage {
        Objects.checkFromIndexSize(from, length, whole.length());
    }

    @Override
    public ElementRange wanted() {
        return whole.wanted().and(new ElementRange(from, from + length)).countedFrom(from);
    }

    @Override
    public Precision precision() {
        return whole.precision();
    }

    @Override
    public double get(long index) {
        return whole.get(from + Objects.checkIndex(index, length));
    }

    @Override
    public DType dtype() {
        return whole.dtype();
    }

    @Override
    public MemoryOrder order() {
        return whole.order().range(from, length);
    }

    @Override
    public boolean isConcurrent() {
        return whole.isConcurrent();
    }

    @Override
    public Optional<FloatBuffer> floats() {
        return whole.floats().map(floats -> floats.slice((int) from, (int) length));
    }

    @Override
    public void encode(long start, int count, ByteBuffer target) {
        whole.encode(from + start, count, target);
    }

    @Override
    public void put(long offset, float[] values, int count) {
        whole.put(from + offset, values, count);
    }

    @Override
    public void put(long offset, double[] values, int count) {
        whole.put(from + offset, values, count);
    }
}
