package org.initweights.report.internal.measure;

import org.initweights.DType;

/** How finely a type of element divides the numbers. */
public final class Rounding {

    private Rounding() {}

    /** The distance of the elements about {@code value}. */
    public static double spacing(DType dtype, double value) {
        if (dtype.isInteger()) {
            return 1;
        }
        int least = Math.getExponent(dtype.smallestNormal());
        return Math.scalb(1.0, Math.max(least, Math.getExponent(value)) - digits(dtype));
    }

    /** By what part of itself rounding moves a number at most. */
    public static double relative(DType dtype) {
        return Math.scalb(0.5, -digits(dtype));
    }

    /** The bits of the significand after the first. */
    private static int digits(DType dtype) {
        return switch (dtype) {
            case F64 -> 52;
            case F32 -> 23;
            case F16 -> 10;
            case BF16 -> 7;
            case I32 -> Integer.SIZE - 1;
            case I64 -> Long.SIZE - 1;
        };
    }
}
