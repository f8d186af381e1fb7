package org.initweights.internal.files.load;

import org.initweights.internal.tensor.HalfCodec;

/** Rounds floats of any size, one after another: for the few pieces that have infinities, NaNs, or what becomes infinite. */
final class LargeFloats {

    private LargeFloats() {}

    /**
     * Rounds floats to halves.
     *
     * @param bits of the floats
     * @param halves takes their bits
     * @return how many finite ones became infinite
     */
    static int encode(HalfCodec codec, int[] bits, int[] halves, int count) {
        int overflows = 0;
        for (int i = 0; i < count; i++) {
            float value = Float.intBitsToFloat(bits[i]);
            short half = codec.encode(value);
            halves[i] = half;
            if (Float.isFinite(value) && Float.isInfinite(codec.decode(half))) {
                overflows++;
            }
        }
        return overflows;
    }
}
