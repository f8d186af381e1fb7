package org.initweights.internal.files.load;

import java.nio.ByteBuffer;

/** {@code float} to {@code double}, which holds each. */
final class FloatToDouble implements FloatStep {

    private final float[] floats = new float[PIECE];
    private final double[] doubles = new double[PIECE];

    @Override
    public int convert(ByteBuffer source, int count, ByteBuffer target) {
        source.asFloatBuffer().get(floats, 0, count);
        for (int i = 0; i < count; i++) {
            doubles[i] = floats[i];
        }
        target.asDoubleBuffer().put(doubles, 0, count);
        source.position(source.position() + count * Float.BYTES);
        target.position(target.position() + count * Double.BYTES);
        return 0;
    }
}
