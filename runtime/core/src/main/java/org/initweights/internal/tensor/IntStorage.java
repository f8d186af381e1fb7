package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.initweights.DType;

/** A {@code int[]}, or a whole {@code IntBuffer} from 0 to its capacity; what is no {@code int} is refused. */
public final class IntStorage implements ModelStorage {

    private final IntBuffer buffer;

    public IntStorage(IntBuffer buffer) {
        Writable.check(buffer);
        this.buffer = buffer.duplicate().clear();
    }

    public IntStorage(int[] array) {
        this(IntBuffer.wrap(array));
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
        return DType.I32;
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        target.asIntBuffer().put(buffer.slice((int) from, count));
        target.position(target.position() + count * Integer.BYTES);
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        buffer.put((int) from, source.asIntBuffer(), 0, count);
        source.position(source.position() + count * Integer.BYTES);
    }

    @Override
    public void put(long offset, float[] values, int count) {
        put(offset, WholeNumbers.widened(values, count), count);
    }

    @Override
    public void put(long offset, double[] values, int count) {
        WholeNumbers.check(DType.I32, offset, values, count);
        int start = (int) offset;
        for (int i = 0; i < count; i++) {
            buffer.put(start + i, (int) values[i]);
        }
    }
}
