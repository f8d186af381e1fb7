package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import org.initweights.DType;
import org.initweights.HalfFormat;

/** A {@code short[]} of half floats. Floats and doubles are rounded once, to nearest even. */
public final class HalfArrayStorage implements ModelStorage {

    private final short[] array;
    private final HalfCodec codec;

    public HalfArrayStorage(short[] array, HalfFormat format) {
        this.array = array;
        this.codec = HalfCodec.of(format);
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
        return codec.decode(array[Math.toIntExact(index)]);
    }

    @Override
    public DType dtype() {
        return codec.dtype();
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        target.asShortBuffer().put(array, (int) from, count);
        target.position(target.position() + count * Short.BYTES);
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        source.asShortBuffer().get(array, (int) from, count);
        source.position(source.position() + count * Short.BYTES);
    }

    @Override
    public void put(long offset, float[] values, int count) {
        int start = (int) offset;
        for (int i = 0; i < count; i++) {
            array[start + i] = codec.encode(values[i]);
        }
    }

    @Override
    public void put(long offset, double[] values, int count) {
        int start = (int) offset;
        for (int i = 0; i < count; i++) {
            array[start + i] = codec.encode(values[i]);
        }
    }
}
