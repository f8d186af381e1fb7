package org.initweights.collect;

/**
 * A division of sizes that leaves a remainder.
 *
 * <p>Its fields never change, so threads may share it as they may share any exception.
 */
public final class RemainderException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    RemainderException(long dividend, long divisor) {
        super(dividend + " / " + divisor + ", which leaves " + dividend % divisor);
    }
}
