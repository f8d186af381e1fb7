package org.initweights.tensorflow;

import java.util.function.Function;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.ndarray.buffer.layout.DataLayouts;

/**
 * Floats, and what is narrower.
 *
 * @param view the numbers that lie in these bytes
 */
record FloatElements(Function<ByteDataBuffer, FloatDataBuffer> view) implements Elements {

    static final FloatElements SINGLE = new FloatElements(ByteDataBuffer::asFloats);
    static final FloatElements HALF = new FloatElements(data -> DataLayouts.FLOAT16.applyTo(data.asShorts()));
    static final FloatElements BRAIN = new FloatElements(data -> DataLayouts.BFLOAT16.applyTo(data.asShorts()));

    @Override
    public void read(ByteDataBuffer data, long offset, float[] values, int count) {
        view.apply(data).offset(offset).read(values, 0, count);
    }

    @Override
    public void read(ByteDataBuffer data, long offset, double[] values, int count) {
        float[] floats = new float[count];
        read(data, offset, floats, count);
        for (int i = 0; i < count; i++) {
            values[i] = floats[i];
        }
    }

    @Override
    public void put(ByteDataBuffer data, long offset, float[] values, int count) {
        view.apply(data).offset(offset).write(values, 0, count);
    }

    @Override
    public void put(ByteDataBuffer data, long offset, double[] values, int count) {
        throw new UnsupportedOperationException("doubles are not rounded");
    }
}
