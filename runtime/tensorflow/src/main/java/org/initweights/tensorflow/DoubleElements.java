package org.initweights.tensorflow;

import org.tensorflow.ndarray.buffer.ByteDataBuffer;

/** Doubles. */
record DoubleElements() implements Elements {

    @Override
    public void read(ByteDataBuffer data, long offset, float[] values, int count) {
        double[] doubles = new double[count];
        read(data, offset, doubles, count);
        for (int i = 0; i < count; i++) {
            values[i] = (float) doubles[i];
        }
    }

    @Override
    public void read(ByteDataBuffer data, long offset, double[] values, int count) {
        data.asDoubles().offset(offset).read(values, 0, count);
    }

    @Override
    public void put(ByteDataBuffer data, long offset, float[] values, int count) {
        double[] doubles = new double[count];
        for (int i = 0; i < count; i++) {
            doubles[i] = values[i];
        }
        put(data, offset, doubles, count);
    }

    @Override
    public void put(ByteDataBuffer data, long offset, double[] values, int count) {
        data.asDoubles().offset(offset).write(values, 0, count);
    }
}
