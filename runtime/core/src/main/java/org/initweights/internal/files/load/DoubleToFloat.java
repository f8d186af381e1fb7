package org.initweights.internal.files.load;

import java.nio.ByteBuffer;

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

    /**
     * Rounds to what rounds to the same half float. Rounding to nearest twice could be wrong by a step, so what is inexact becomes the
     * neighbour with an odd last bit (Boldo and Melquiond, "Emulation of a FMA and correctly rounded sums: proved algorithms using rounding
     * to odd", 2008).
     */
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
                    floats[i] = toOdd(doubles[i]);
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

    private static float toOdd(double value) {
        float nearest = (float) value;
        boolean isExact = nearest == value || Float.isNaN(nearest);
        if (isExact || Float.isInfinite(nearest) || (Float.floatToRawIntBits(nearest) & 1) != 0) {
            return nearest;
        }
        // The neighbour on the other side of the value is the odd one.
        return value > nearest ? Math.nextUp(nearest) : Math.nextDown(nearest);
    }
}
