package org.initweights.internal.tensor;

/**
 * A {@code double} as a {@code float} that rounds to the same half float. Rounding to nearest twice could be wrong by a step, so what is inexact
 * becomes the neighbour with an odd last bit (Boldo and Melquiond, "Emulation of a FMA and correctly rounded sums: proved algorithms using
 * rounding to odd", 2008).
 */
public final class OddFloat {

    private OddFloat() {}

    public static float of(double value) {
        float nearest = (float) value;
        boolean isExact = nearest == value || Float.isNaN(nearest);
        if (isExact || Float.isInfinite(nearest) || (Float.floatToRawIntBits(nearest) & 1) != 0) {
            return nearest;
        }
        // The neighbour on the other side of the value is the odd one.
        return value > nearest ? Math.nextUp(nearest) : Math.nextDown(nearest);
    }
}
