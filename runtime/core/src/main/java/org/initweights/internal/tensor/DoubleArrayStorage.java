package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import org.initweights.DType;

/** A {@code double[]}. */
public final class DoubleArrayStorage implements ModelStorage {

    private final double[] array;

    public DoubleArrayStorage(double[] array) {
        this.array = array;
    }

    @Override
    public long length() {
        return array.length;
    }

    @Override
    public Precision precision() {
        return Precision.DOUBLE;
    }

    @Override
    public double get(long index) {
        return array[Math.toIntExact(index)];
    }

    @Override
    public DType dtype() {
        return DType.F64;
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        target.asDoubleBuffer().put(array, (int) from, count);
        target.position(target.position() + count * Double.BYTES);
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        source.asDoubleBuffer().get(array, (int) from, count);
        source.position(source.position() + count * Double.BYTES);
    }

    @Override
    public void put(long offset, float[] values, int count) {
        int start = (int) offset;
        for (int i = 0; i < count; i++) {
            array[start + i] = values[i];
        }
    }

    @Override
    public void put(long offset, double[] values, int count) {
        System.arraycopy(values, 0, array, (int) offset, count);
    }
}
