package org.initweights.internal.files.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.initweights.HalfFormat;
import org.initweights.internal.tensor.HalfCodec;

/**
 * {@code float} to IEEE 754 binary16, rounded to nearest even, without a branch. To a magnitude is added the power of two whose last place is
 * that of the half: the processor rounds the sum, and what the sum's bits are beyond the power's is the half's significand. For all below
 * 2⁻¹⁴ the power is the same, as subnormal halves have one last place.
 */
final class FloatToHalf implements FloatStep {

    /** The bits of the least float that becomes infinite, 65520; those of infinities and NaNs are larger still. */
    private static final int OVERFLOW = 0x477F_F000;

    private static final int EXPONENT = 0x7F80_0000;

    /** The exponent of 2⁻¹⁴, the least normal half. */
    private static final int LEAST_EXPONENT = (127 - 14) << 23;

    /** A float has 13 places more than a half. */
    private static final int MORE_PLACES = 13;

    /** What the power's exponent is in the place of a half's where the half's is zero. */
    private static final int REBIAS = (LEAST_EXPONENT + (MORE_PLACES << 23)) >>> MORE_PLACES;

    private final HalfCodec codec = HalfCodec.of(HalfFormat.FP16);
    private final HalfPacking packing = new HalfPacking();
    private final int[] bits = new int[PIECE];
    private final int[] powers = new int[PIECE];
    private final int[] rounded = new int[PIECE];
    private final float[] floats = new float[PIECE];
    private final float[] addends = new float[PIECE];

    /** The same memory as bits and as floats. */
    private final IntBuffer asBits;

    private final FloatBuffer asFloats;

    FloatToHalf() {
        ByteBuffer memory = ByteBuffer.allocate(PIECE * Float.BYTES).order(ByteOrder.nativeOrder());
        this.asBits = memory.asIntBuffer();
        this.asFloats = memory.asFloatBuffer();
    }

    @Override
    public int convert(ByteBuffer source, int count, ByteBuffer target) {
        source.asIntBuffer().get(bits, 0, count);
        int overflows = 0;
        if (findPowers(count) == 0) {
            source.asFloatBuffer().get(floats, 0, count);
            round(count);
        } else {
            overflows = LargeFloats.encode(codec, bits, rounded, count);
        }
        source.position(source.position() + count * Float.BYTES);
        packing.write(rounded, count, target);
        return overflows;
    }

    /** Finds what is added to each magnitude, and returns how many are too large for it. */
    private int findPowers(int count) {
        int large = 0;
        for (int i = 0; i < count; i++) {
            int magnitude = bits[i] & Integer.MAX_VALUE;
            // A sum, since JDK 17 does not vectorise the largest of many.
            large += (OVERFLOW - 1 - magnitude) >>> 31;
            int beyond = (magnitude & EXPONENT) - LEAST_EXPONENT;
            // The larger of both; Math.max would keep JDK 17 from vectorising this loop.
            powers[i] = LEAST_EXPONENT + (beyond & ~(beyond >> 31)) + (MORE_PLACES << 23);
        }
        return large;
    }

    private void round(int count) {
        asBits.put(0, powers, 0, count);
        asFloats.get(0, addends, 0, count);
        for (int i = 0; i < count; i++) {
            floats[i] = Math.abs(floats[i]) + addends[i];
        }
        asFloats.put(0, floats, 0, count);
        asBits.get(0, rounded, 0, count);
        for (int i = 0; i < count; i++) {
            int power = powers[i];
            rounded[i] = ((power >>> MORE_PLACES) - REBIAS + rounded[i] - power) | ((bits[i] >>> 16) & 0x8000);
        }
    }
}
