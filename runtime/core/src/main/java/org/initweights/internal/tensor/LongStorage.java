package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import org.initweights.DType;

/** A {@code long[]}, or a whole {@code LongBuffer} from 0 to its capacity; what is no {@code long} is refused. */
public final class LongStorage implements ModelStorage {

    private final LongBuffer buffer;

    public LongStorage(LongBuffer buffer) {
        Writable.check(buffer);
        this.buffer = buffer.duplicate().clear();
    }

    public LongStorage(long[] array) {
        this(LongBuffer.wrap(array));
    }

    @Override
    public long length() {
        return buffer.capacity();
    }

    /** Kernels give doubles, since floats hold few of the integers. */
    @Override
    public Precision precision() {
        return Precision.DOUBLE;
    }

    @Override
    public double get(long index) {
        return buffer.get(Math.toIntExact(index));
    }

    @Override
    public DType dtype() {
        return DType.I64;
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        target.asLongBuffer().put(buffer.slice((int) from, count));
        target.position(target.position() + count * Long.BYTES);
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        buffer.put((int) from, source.asLongBuffer(), 0, count);
        source.position(source.position() + count * Long.BYTES);
    }

    @Override
    public void put(long offset, float[] values, int count) {
        put(offset, WholeNumbers.widened(values, count), count);
    }

    @Override
    public void put(long offset, double[] values, int count) {
        WholeNumbers.check(DType.I64, offset, values, count);
        int start = (int) offset;
        for (int i = 0; i < count; i++) {
            buffer.put(start + i, (long) values[i]);
        }
    }
}
