package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import org.initweights.DType;

/** A whole {@code DoubleBuffer}, from 0 to its capacity, whatever its position and limit; it moves neither. */
public final class DoubleBufferStorage implements ModelStorage {

    private final DoubleBuffer buffer;

    public DoubleBufferStorage(DoubleBuffer buffer) {
        Writable.check(buffer);
        this.buffer = buffer.duplicate().clear();
    }

    @Override
    public long length() {
        return buffer.capacity();
    }

    @Override
    public Precision precision() {
        return Precision.DOUBLE;
    }

    @Override
    public double get(long index) {
        return buffer.get(Math.toIntExact(index));
    }

    @Override
    public void put(long offset, double[] values, int count) {
        buffer.put((int) offset, values, 0, count);
    }

    @Override
    public DType dtype() {
        return DType.F64;
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        target.asDoubleBuffer().put(buffer.slice((int) from, count));
        target.position(target.position() + count * Double.BYTES);
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        buffer.put((int) from, source.asDoubleBuffer(), 0, count);
        source.position(source.position() + count * Double.BYTES);
    }

    @Override
    public void put(long offset, float[] values, int count) {
        int start = (int) offset;
        for (int i = 0; i < count; i++) {
            buffer.put(start + i, values[i]);
        }
    }
}
