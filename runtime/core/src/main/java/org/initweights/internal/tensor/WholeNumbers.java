package org.initweights.internal.tensor;

import org.initweights.DType;
import org.initweights.InitializationException;

/** Tells what an integer type holds to the bit, and refuses the rest. */
public final class WholeNumbers {

    private WholeNumbers() {}

    /**
     * Checks numbers for elements that follow each other.
     *
     * @param offset the index of the first
     * @throws InitializationException if one is no integer of the type; it names the element
     */
    public static void check(DType dtype, long offset, double[] values, int count) {
        for (int i = 0; i < count; i++) {
            if (!isHeld(dtype, values[i])) {
                throw new InitializationException(
                        "IntegerValues",
                        "element " + (offset + i),
                        null,
                        "would be " + values[i] + ", which is no " + (dtype == DType.I32 ? "int" : "long")
                                + "; round it, or keep the parameter in floats");
            }
        }
    }

    /** Whether a number is one of the type's. */
    public static boolean isHeld(DType dtype, double value) {
        // All longs as doubles are less than 2^63, but the largest are rounded to it.
        return dtype == DType.I32 ? value == (int) value : value == (long) value && value < 0x1p63;
    }

    /** These numbers as doubles. */
    static double[] widened(float[] values, int count) {
        double[] wide = new double[count];
        for (int i = 0; i < count; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
