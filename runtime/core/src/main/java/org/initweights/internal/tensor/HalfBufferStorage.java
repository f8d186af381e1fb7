package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import org.initweights.DType;
import org.initweights.HalfFormat;

/**
 * A whole {@code ShortBuffer} of half floats, from 0 to its capacity; neither position nor limit matters or moves. Floats and
 * doubles are rounded once, to nearest even.
 */
public final class HalfBufferStorage implements ModelStorage {

    private final ShortBuffer buffer;
    private final HalfCodec codec;

    public HalfBufferStorage(ShortBuffer buffer, HalfFormat format) {
        Writable.check(buffer);
        this.buffer = buffer.duplicate().clear();
        this.codec = HalfCodec.of(format);
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
        return codec.decode(buffer.get(Math.toIntExact(index)));
    }

    @Override
    public DType dtype() {
        return codec.dtype();
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        target.asShortBuffer().put(buffer.slice((int) from, count));
        target.position(target.position() + count * Short.BYTES);
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        buffer.put((int) from, source.asShortBuffer(), 0, count);
        source.position(source.position() + count * Short.BYTES);
    }

    @Override
    public void put(long offset, float[] values, int count) {
        int start = (int) offset;
        for (int i = 0; i < count; i++) {
            buffer.put(start + i, codec.encode(values[i]));
        }
    }

    @Override
    public void put(long offset, double[] values, int count) {
        int start = (int) offset;
        for (int i = 0; i < count; i++) {
            buffer.put(start + i, codec.encode(values[i]));
        }
    }
}
