package org.initweights.tensor;

import java.nio.ByteBuffer;
import java.util.function.DoubleUnaryOperator;
import org.initweights.DType;

/** A storage that gets {@code map} of what is put here, computed in double. */
public record MappedStorage(Storage target, DoubleUnaryOperator map) implements Storage {

    @Override
    public long length() {
        return target.length();
    }

    @Override
    public Precision precision() {
        return Precision.DOUBLE;
    }

    @Override
    public double get(long index) {
        return target.get(index);
    }

    @Override
    public DType dtype() {
        return target.dtype();
    }

    @Override
    public MemoryOrder order() {
        return target.order();
    }

    @Override
    public boolean isConcurrent() {
        return target.isConcurrent();
    }

    @Override
    public void encode(long from, int count, ByteBuffer bytes) {
        target.encode(from, count, bytes);
    }

    @Override
    public void put(long offset, float[] values, int count) {
        double[] mapped = new double[count];
        for (int i = 0; i < count; i++) {
            mapped[i] = map.applyAsDouble(values[i]);
        }
        target.put(offset, mapped, count);
    }

    @Override
    public void put(long offset, double[] values, int count) {
        double[] mapped = new double[count];
        for (int i = 0; i < count; i++) {
            mapped[i] = map.applyAsDouble(values[i]);
        }
        target.put(offset, mapped, count);
    }
}
