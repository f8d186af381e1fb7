package org.initweights.processor.read;

import org.initweights.internal.message.Notation;
import org.initweights.processor.expression.ExpressionException;

/** A constant that exceeded its type, and so has another value than its source says. */
final class ConstantOverflow {

    private ConstantOverflow() {}

    /**
     * The fault.
     *
     * @param what what has that value
     * @param computed what its source computes
     * @param found what it is
     */
    static ExpressionException of(String what, long computed, long found) {
        return new ExpressionException(
                "ConstantOverflow",
                what + " is " + Notation.count(computed) + " as written, which exceeds an int and so became "
                        + Notation.count(found) + "; compute it as a long, in dims = \"…\"");
    }
}
