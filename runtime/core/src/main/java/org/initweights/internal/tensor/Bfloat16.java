package org.initweights.internal.tensor;

import org.initweights.DType;

/** bfloat16: the upper half of a {@code float}. */
record Bfloat16() implements HalfCodec {

    @Override
    public DType dtype() {
        return DType.BF16;
    }

    @Override
    public short encode(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            // Quiet, so that dropping the low bits cannot turn it into an infinity.
            return (short) ((bits >>> 16) | 0x40);
        }
        return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
    }

    @Override
    public float decode(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }
}
