package org.initweights.internal.draw.seeded;

/**
 * Rounds bounds so that what is inside them as a {@code float} is inside them as a {@code double}: the nearest float may lie outside.
 *
 * <p>Infinite bounds stay infinite. A bound beyond the largest float becomes that float, or infinity on the other side.
 */
final class Interval {

    private Interval() {}

    /** The least float that is not less than {@code value}. */
    static float ceilToFloat(double value) {
        float rounded = (float) value;
        return rounded < value ? Math.nextUp(rounded) : rounded;
    }

    /** The largest float that is not more than {@code value}. */
    static float floorToFloat(double value) {
        float rounded = (float) value;
        return rounded > value ? Math.nextDown(rounded) : rounded;
    }
}
