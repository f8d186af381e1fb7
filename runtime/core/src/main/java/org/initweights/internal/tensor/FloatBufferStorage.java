package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;
import org.initweights.DType;

/** A whole {@code FloatBuffer}, from 0 to its capacity, whatever its position and limit; it moves neither. */
public final class FloatBufferStorage implements ModelStorage {

    private final FloatBuffer buffer;

    public FloatBufferStorage(FloatBuffer buffer) {
        Writable.check(buffer);
        this.buffer = buffer.duplicate().clear();
    }

    @Override
    public long length() {
        return buffer.capacity();
    }

    @Override
    public Precision precision() {
        return Precision.SINGLE;
    }

    @Override
    public double get(long index) {
        return buffer.get(Math.toIntExact(index));
    }

    @Override
    public DType dtype() {
        return DType.F32;
    }

    @Override
    public Optional<FloatBuffer> floats() {
        return buffer.hasArray() ? Optional.of(buffer) : Optional.empty();
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        target.asFloatBuffer().put(buffer.slice((int) from, count));
        target.position(target.position() + count * Float.BYTES);
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        buffer.put((int) from, source.asFloatBuffer(), 0, count);
        source.position(source.position() + count * Float.BYTES);
    }

    @Override
    public void put(long offset, float[] values, int count) {
        buffer.put((int) offset, values, 0, count);
    }

    @Override
    public void put(long offset, double[] values, int count) {
        int start = (int) offset;
        for (int i = 0; i < count; i++) {
            buffer.put(start + i, (float) values[i]);
        }
    }
}
