package org.initweights.internal.files.load;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.initweights.HalfFormat;
import org.initweights.internal.tensor.HalfCodec;

/**
 * IEEE 754 binary16 to {@code float}: the bits of a half, in the place of a float's, are its value times 2⁻¹¹². So one exact product makes
 * all finite ones right, subnormal ones too.
 */
final class HalfToFloat implements FloatStep {

    private static final float REBIAS = 0x1p112f;

    private static final long EXPONENTS = 0x7C00_7C00_7C00_7C00L;

    /** Added to an exponent of ones, as infinities and NaNs have it, this reaches the place of the sign. */
    private static final long LEAST_EXPONENTS = 0x0400_0400_0400_0400L;

    private static final long SIGNS = 0x8000_8000_8000_8000L;

    private final HalfCodec codec = HalfCodec.of(HalfFormat.FP16);
    private final HalfLanes lanes = new HalfLanes();
    private final float[] floats = new float[PIECE];

    @Override
    public int convert(ByteBuffer source, int count, ByteBuffer target) {
        int start = source.position();
        FloatBuffer result = target.asFloatBuffer();
        if (areFinite(lanes.read(source, count), HalfLanes.longs(count))) {
            lanes.widen(count, HalfToFloat::place, target);
            result.get(0, floats, 0, count);
            for (int i = 0; i < count; i++) {
                floats[i] *= REBIAS;
            }
        } else {
            for (int i = 0; i < count; i++) {
                floats[i] = codec.decode(source.getShort(start + i * Short.BYTES));
            }
        }
        result.put(floats, 0, count);
        target.position(target.position() + count * Float.BYTES);
        return 0;
    }

    private static boolean areFinite(long[] halves, int count) {
        long others = 0;
        for (int i = 0; i < count; i++) {
            // A sum, since JDK 17 does not vectorise the largest of many; no lane of it overflows.
            others += (((halves[i] & EXPONENTS) + LEAST_EXPONENTS) & SIGNS) >>> 15;
        }
        return others == 0;
    }

    /** Puts the bits in the place of a float's. */
    private static void place(long[] halves, long[] floats, int count) {
        for (int i = 0; i < count; i++) {
            long pair = halves[i];
            floats[i] = ((pair & 0x7FFFL) << 13)
                    | ((pair & 0x8000L) << 16)
                    | ((pair & 0x7FFF_0000L) << 29)
                    | ((pair & 0x8000_0000L) << 32);
        }
    }
}
