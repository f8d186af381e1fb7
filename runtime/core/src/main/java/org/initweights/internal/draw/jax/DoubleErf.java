package org.initweights.internal.draw.jax;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The error function of double precision, rounded correctly, by its series about 0 in decimals of 60 digits. XLA takes it from the C
 * library, whose result is within an ulp.
 *
 * <p><b>Cost.</b> Up to 150 terms or so of big decimals, tens of microseconds. It is asked for two bounds a parameter, never for an
 * element.
 *
 * <p><b>Limits.</b> From 6 on the result is ±1, as it is in double. The terms reach 10¹⁵ before they fall, so that more than 40 of the 60
 * digits remain. The C library's last bit may differ, and so may the last bits of truncated normals of doubles
 * ({@code runtime/docs/parity.md}).
 */
final class DoubleErf {

    /** From here on the result is ±1. */
    private static final double LIMIT = 6;

    /** Terms reach 10¹⁵ before they fall: of 60 digits, more than 40 remain. */
    private static final MathContext DIGITS = new MathContext(60);

    private static final BigDecimal TWO_PER_ROOT_PI =
            new BigDecimal("1.12837916709551257389615890312154517168810125865799771368817144");
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-40");

    private DoubleErf() {}

    /** The error function of x: 2/√π · Σ (-1)ⁿ x²ⁿ⁺¹ / (n!·(2n + 1)). */
    static double of(double x) {
        if (Math.abs(x) >= LIMIT) {
            return Math.signum(x);
        }
        if (Math.abs(x) < Double.MIN_NORMAL) {
            return x;
        }
        BigDecimal argument = new BigDecimal(x);
        BigDecimal square = argument.multiply(argument, DIGITS);
        BigDecimal power = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; power.compareTo(NEGLIGIBLE) > 0; n++) {
            power = power.multiply(square, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            BigDecimal term = power.divide(BigDecimal.valueOf(2L * n + 1), DIGITS);
            sum = n % 2 == 0 ? sum.add(term, DIGITS) : sum.subtract(term, DIGITS);
        }
        return sum.multiply(argument, DIGITS).multiply(TWO_PER_ROOT_PI, DIGITS).doubleValue();
    }
}
