package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;
import org.initweights.DType;

/** A {@code float[]}. */
public final class FloatArrayStorage implements ModelStorage {

    private final float[] array;
    private final Optional<FloatBuffer> buffer;

    public FloatArrayStorage(float[] array) {
        this.array = array;
        this.buffer = Optional.of(FloatBuffer.wrap(array));
    }

    @Override
    public long length() {
        return array.length;
    }

    @Override
    public Precision precision() {
        return Precision.SINGLE;
    }

    @Override
    public double get(long index) {
        return array[Math.toIntExact(index)];
    }

    @Override
    public DType dtype() {
        return DType.F32;
    }

    @Override
    public Optional<FloatBuffer> floats() {
        return buffer;
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        target.asFloatBuffer().put(array, (int) from, count);
        target.position(target.position() + count * Float.BYTES);
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        source.asFloatBuffer().get(array, (int) from, count);
        source.position(source.position() + count * Float.BYTES);
    }

    @Override
    public void put(long offset, float[] values, int count) {
        System.arraycopy(values, 0, array, (int) offset, count);
    }

    @Override
    public void put(long offset, double[] values, int count) {
        int start = (int) offset;
        for (int i = 0; i < count; i++) {
            array[start + i] = (float) values[i];
        }
    }
}
