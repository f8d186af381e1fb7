package org.initweights.internal.tensor;

/** Steps from one number of a 16-bit format to the next: with a sign and a magnitude, any of them counts in the same way. */
final class HalfStep {

    private static final int MAGNITUDE = 0x7FFF;

    private HalfStep() {}

    /** The bits of the next larger number; infinity follows the largest. */
    static short up(short bits) {
        boolean isZero = (bits & MAGNITUDE) == 0;
        return (short) (isZero ? 1 : bits < 0 ? bits - 1 : bits + 1);
    }
}
