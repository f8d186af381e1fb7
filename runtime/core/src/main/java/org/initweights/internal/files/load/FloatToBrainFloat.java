package org.initweights.internal.files.load;

import java.nio.ByteBuffer;
import org.initweights.HalfFormat;
import org.initweights.internal.tensor.HalfCodec;

/** {@code float} to bfloat16, rounded to nearest even. */
final class FloatToBrainFloat implements FloatStep {

    /** The bits of the least float that becomes infinite; those of infinities and NaNs are larger still. */
    private static final int OVERFLOW = 0x7F7F_8000;

    private final HalfCodec codec = HalfCodec.of(HalfFormat.BF16);
    private final HalfPacking packing = new HalfPacking();
    private final int[] bits = new int[PIECE];
    private final int[] rounded = new int[PIECE];

    @Override
    public int convert(ByteBuffer source, int count, ByteBuffer target) {
        source.asIntBuffer().get(bits, 0, count);
        source.position(source.position() + count * Float.BYTES);
        int overflows = round(count) == 0 ? 0 : LargeFloats.encode(codec, bits, rounded, count);
        packing.write(rounded, count, target);
        return overflows;
    }

    /** Rounds, and returns how many are too large for it. */
    private int round(int count) {
        int large = 0;
        for (int i = 0; i < count; i++) {
            int value = bits[i];
            // A sum, since JDK 17 does not vectorise the largest of many.
            large += (OVERFLOW - 1 - (value & Integer.MAX_VALUE)) >>> 31;
            rounded[i] = (value + 0x7FFF + ((value >>> 16) & 1)) >>> 16;
        }
        return large;
    }
}
