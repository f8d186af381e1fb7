package org.initweights.internal.message;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.UnaryOperator;

/** How numbers and distributions are written in comments, tables and messages. */
public final class Notation {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    /** People write numbers of no more digits than this. Of what is computed, one in ten thousand has so few. */
    private static final int DIGITS_OF_PEOPLE = 12;

    /** What tells every {@code double} from its neighbours. */
    private static final int DIGITS_OF_DOUBLES = 17;

    private Notation() {}

    /**
     * A number that may be given or computed: all its digits if they are as few as those of what people give, {@code 10001}; else that is what a
     * formula has come to, {@code 0.02525}, and four digits are enough.
     */
    public static String number(double value) {
        return write(value, shortest -> shortest.precision() <= DIGITS_OF_PEOPLE ? shortest : rounded(shortest));
    }

    /** A number that was given: as few digits as say exactly this one. */
    public static String exact(double value) {
        return write(value, shortest -> shortest);
    }

    /** A number that was measured, or is said to be about so much: four digits, or as few as say the same. */
    public static String measured(double value) {
        return write(value, Notation::rounded);
    }

    private static String write(double value, UnaryOperator<BigDecimal> digits) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value).replace("Infinity", "∞");
        }
        return value == 0 ? "0" : write(digits.apply(shortest(value)).stripTrailingZeros());
    }

    /** {@code 0.02525}, {@code 2}, {@code 1e-6}. */
    private static String write(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        if (exponent >= -4 && exponent < 7) {
            return value.toPlainString();
        }
        String digits = value.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (value.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.round(FOUR_DIGITS);
    }

    /** The fewest digits that are read as this number. Those of {@code Double.toString} are not the same on every JDK. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < DIGITS_OF_DOUBLES; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(DIGITS_OF_DOUBLES)).stripTrailingZeros();
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
