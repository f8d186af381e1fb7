package org.initweights.generated;

/**
 * Quotients of sizes, which must leave no remainder: 100 rows for 12 heads are a mistake, and no 8 rows each.
 *
 * <p>Threads may share it; it has no state.
 */
public final class ExactQuotient {

    private ExactQuotient() {}

    /**
     * A quotient.
     *
     * @throws RemainderException if it leaves a remainder
     * @throws ArithmeticException if it divides by zero, or exceeds a {@code long}
     */
    public static long of(long dividend, long divisor) {
        if (divisor == -1) {
            return Math.negateExact(dividend);
        }
        if (dividend % divisor != 0) {
            throw new RemainderException(dividend, divisor);
        }
        return dividend / divisor;
    }
}
