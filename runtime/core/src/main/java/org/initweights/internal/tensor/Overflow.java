package org.initweights.internal.tensor;

import org.initweights.DType;

/** Where numbers become infinite that are rounded to a type. */
public final class Overflow {

    private Overflow() {}

    /** The least number that is rounded to infinity; infinity itself for types that refuse such numbers, or round none. */
    public static double least(DType dtype) {
        return switch (dtype) {
            case F64 -> Double.POSITIVE_INFINITY;
            case F32 -> 0x1.ffffffp127;
            case BF16 -> 0x1.ffp127;
            case F16 -> 65520;
            // The storage refuses more.
            case I32, I64 -> Double.POSITIVE_INFINITY;
        };
    }
}
