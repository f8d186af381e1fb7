package org.initweights.tensor;

import java.nio.ByteBuffer;
import org.initweights.DType;

/** A storage in which some elements are zero, whatever is put there. */
public final class MaskedStorage implements Storage {

    private final Storage target;
    private final long[] zeros;

    public MaskedStorage(Storage target) {
        this.target = target;
        this.zeros = new long[Math.toIntExact((target.length() + Long.SIZE - 1) >>> 6)];
    }

    /** Makes an element zero. */
    public void mask(long index) {
        zeros[(int) (index >>> 6)] |= 1L << index;
    }

    private boolean isMasked(long index) {
        return ((zeros[(int) (index >>> 6)] >>> index) & 1) != 0;
    }

    @Override
    public long length() {
        return target.length();
    }

    @Override
    public Precision precision() {
        return target.precision();
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
    public void encode(long from, int count, ByteBuffer target) {
        this.target.encode(from, count, target);
    }

    @Override
    public void put(long offset, float[] values, int count) {
        for (int i = 0; i < count; i++) {
            if (isMasked(offset + i)) {
                values[i] = 0;
            }
        }
        target.put(offset, values, count);
    }

    @Override
    public void put(long offset, double[] values, int count) {
        for (int i = 0; i < count; i++) {
            if (isMasked(offset + i)) {
                values[i] = 0;
            }
        }
        target.put(offset, values, count);
    }
}
