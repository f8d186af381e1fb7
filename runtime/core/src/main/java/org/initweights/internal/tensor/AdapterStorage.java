package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import org.initweights.DType;
import org.initweights.TensorAdapter;

/** A tensor that a user's adapter reads and writes. */
public record AdapterStorage<T>(T tensor, TensorAdapter<T> adapter, MemoryOrder order) implements ModelStorage {

    @Override
    public long length() {
        return adapter.elements(tensor);
    }

    @Override
    public Precision precision() {
        return Precision.SINGLE;
    }

    @Override
    public double get(long index) {
        return adapter.get(tensor, index);
    }

    @Override
    public DType dtype() {
        return DType.F32;
    }

    @Override
    public boolean isConcurrent() {
        return adapter.isConcurrent();
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        for (long i = from; i < from + count; i++) {
            target.putFloat((float) adapter.get(tensor, i));
        }
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = source.getFloat();
        }
        adapter.put(tensor, from, values, count);
    }

    @Override
    public void put(long offset, float[] values, int count) {
        adapter.put(tensor, offset, values, count);
    }

    @Override
    public void put(long offset, double[] values, int count) {
        float[] narrowed = new float[count];
        for (int i = 0; i < count; i++) {
            narrowed[i] = (float) values[i];
        }
        adapter.put(tensor, offset, narrowed, count);
    }
}
