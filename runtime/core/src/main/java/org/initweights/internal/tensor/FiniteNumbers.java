package org.initweights.internal.tensor;

import org.initweights.DType;
import org.initweights.InitializationException;

/** Tells what a type of floats rounds to infinity, and refuses it. */
public final class FiniteNumbers {

    private FiniteNumbers() {}

    /** The least number that is rounded to infinity; infinity itself if none is. Of integers too: {@link WholeNumbers} refuses more. */
    public static double overflow(DType dtype) {
        return switch (dtype) {
            case F32 -> 0x1.ffffffp127;
            case BF16 -> 0x1.ffp127;
            case F16 -> 65520;
            case F64, I32, I64 -> Double.POSITIVE_INFINITY;
        };
    }

    /** The types that hold what this type of floats does not, for advice. */
    public static String wider(DType dtype) {
        return dtype == DType.F16 ? "BF16 or F32" : "F64";
    }

    /** Refuses a number that would be infinite. */
    public static InitializationException refusal(DType dtype, long element, double value) {
        return new InitializationException(
                "Overflow",
                "element " + element,
                null,
                "would be " + value + ", which is infinite in " + dtype + ", whose largest number is " + dtype.largest()
                        + "; use a wider type, or smaller values");
    }
}
