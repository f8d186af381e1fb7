package org.initweights.internal.message;

import java.math.BigDecimal;
import java.math.MathContext;

/** How numbers and distributions are written in comments, tables and messages. */
public final class Notation {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Notation() {}

    /** Four significant digits, or as few as say the same: {@code 0.02525}, {@code 2}, {@code 1e-6}. */
    public static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value).replace("Infinity", "∞");
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 7) {
            return rounded.toPlainString();
        }
        String digits = rounded.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
    }

    /** How many things there are: {@code 25,557,032}. */
    public static String count(long count) {
        StringBuilder text = new StringBuilder(Long.toString(count));
        int first = count < 0 ? 1 : 0;
        for (int comma = text.length() - 3; comma > first; comma -= 3) {
            text.insert(comma, ',');
        }
        return text.toString();
    }

    /** A gain, with the square roots that people know: {@code √2}, {@code 5/3}. */
    public static String factor(double value) {
        if (value == Math.sqrt(2)) {
            return "√2";
        }
        return value == 5.0 / 3.0 ? "5/3" : number(value);
    }

    /** {@code N(0, 0.02²)}. */
    public static String normal(double mean, double std) {
        return "N(" + number(mean) + ", " + number(std) + "²)";
    }
}
