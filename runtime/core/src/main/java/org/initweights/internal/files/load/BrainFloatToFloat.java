package org.initweights.internal.files.load;

import java.nio.ByteBuffer;

/** bfloat16 is the upper half of a {@code float}. */
final class BrainFloatToFloat implements FloatStep {

    private final HalfLanes lanes = new HalfLanes();

    @Override
    public int convert(ByteBuffer source, int count, ByteBuffer target) {
        lanes.read(source, count);
        lanes.widen(count, BrainFloatToFloat::widen, target);
        target.position(target.position() + count * Float.BYTES);
        return 0;
    }

    private static void widen(long[] halves, long[] floats, int count) {
        for (int i = 0; i < count; i++) {
            long pair = halves[i];
            floats[i] = ((pair & 0xFFFFL) << 16) | ((pair & 0xFFFF_0000L) << 32);
        }
    }
}
