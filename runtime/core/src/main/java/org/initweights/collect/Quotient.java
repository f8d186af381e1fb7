package org.initweights.collect;

/**
 * Quotients of sizes that never exceed a {@code long} in silence: {@code Long.MIN_VALUE / -1} is one more than the largest.
 *
 * <p>Threads may share it; it has no state.
 */
public final class Quotient {

    private Quotient() {}

    /**
     * A quotient that leaves no remainder: 100 rows for 12 heads are a mistake, and not 8 rows each.
     *
     * @throws RemainderException if it leaves a remainder
     * @throws ArithmeticException if it divides by zero, or exceeds a {@code long}
     */
    public static long exact(long dividend, long divisor) {
        if (divisor == -1) {
            return Math.negateExact(dividend);
        }
        if (dividend % divisor != 0) {
            throw new RemainderException(dividend, divisor);
        }
        return dividend / divisor;
    }

    /**
     * A quotient rounded towards zero, as Java does it.
     *
     * @throws ArithmeticException if it divides by zero, or exceeds a {@code long}
     */
    public static long truncated(long dividend, long divisor) {
        return divisor == -1 ? Math.negateExact(dividend) : dividend / divisor;
    }

    /**
     * A quotient rounded down.
     *
     * @throws ArithmeticException if it divides by zero, or exceeds a {@code long}
     */
    public static long floor(long dividend, long divisor) {
        return divisor == -1 ? Math.negateExact(dividend) : Math.floorDiv(dividend, divisor);
    }
}
