package org.initweights.internal.files.load;

import java.nio.ByteBuffer;
import org.initweights.internal.tensor.OddFloat;

/** {@code double} to {@code float}. */
final class DoubleToFloat implements FloatStep {

    private static final long LARGEST = Double.doubleToRawLongBits(Float.MAX_VALUE);

    private final Rounding rounding;
    private final long[] bits = new long[PIECE];
    private final double[] doubles = new double[PIECE];
    private final float[] floats = new float[PIECE];

    /** How a number between two floats is rounded. */
    private enum Rounding {
        NEAREST,
        ODD
    }

    private DoubleToFloat(Rounding rounding) {
        this.rounding = rounding;
    }

    /** Rounds to nearest even. */
    static DoubleToFloat nearest() {
        return new DoubleToFloat(Rounding.NEAREST);
    }

    /** Rounds to what rounds to the same half float. */
    static DoubleToFloat beforeRounding() {
        return new DoubleToFloat(Rounding.ODD);
    }

    @Override
    public int convert(ByteBuffer source, int count, ByteBuffer target) {
        source.asDoubleBuffer().get(doubles, 0, count);
        source.asLongBuffer().get(bits, 0, count);
        switch (rounding) {
            case NEAREST -> {
                for (int i = 0; i < count; i++) {
                    floats[i] = (float) doubles[i];
                }
            }
            case ODD -> {
                for (int i = 0; i < count; i++) {
                    floats[i] = OddFloat.of(doubles[i]);
                }
            }
        }
        target.asFloatBuffer().put(floats, 0, count);
        source.position(source.position() + count * Double.BYTES);
        target.position(target.position() + count * Float.BYTES);
        return mayOverflow(bits, count) ? overflows(count) : 0;
    }

    private int overflows(int count) {
        int overflows = 0;
        for (int i = 0; i < count; i++) {
            if (Double.isFinite(doubles[i]) && Float.isInfinite(floats[i])) {
                overflows++;
            }
        }
        return overflows;
    }

    private static boolean mayOverflow(long[] bits, int count) {
        long large = 0;
        for (int i = 0; i < count; i++) {
            // A sum, since JDK 17 does not vectorise the largest of many.
            large += (LARGEST - (bits[i] & Long.MAX_VALUE)) >>> 63;
        }
        return large != 0;
    }
}
