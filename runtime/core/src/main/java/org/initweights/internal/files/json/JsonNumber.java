package org.initweights.internal.files.json;

import org.initweights.internal.message.Excerpt;

/**
 * A number as it is written, so that no digit is lost.
 *
 * @param text a number in JSON's grammar
 */
public record JsonNumber(String text) implements JsonValue {

    /**
     * A number from its text.
     *
     * @throws JsonException if the text is not in JSON's grammar
     */
    public JsonNumber {
        if (text.isEmpty() || end(text, 0) != text.length()) {
            throw new JsonException("\"" + Excerpt.of(text) + "\" is no number");
        }
    }

    public static JsonNumber of(long value) {
        return new JsonNumber(Long.toString(value));
    }

    /**
     * The shortest text that reads as {@code value}.
     *
     * @throws JsonException if the value is infinite or not a number, for which JSON has no text
     */
    public static JsonNumber of(double value) {
        return new JsonNumber(Double.toString(value));
    }

    @Override
    public String kind() {
        return "a number";
    }

    @Override
    public JsonNumber asNumber() {
        return this;
    }

    /**
     * The value as an integer, which must be written as one: {@code 1e3} and {@code 1.0} are refused.
     *
     * @throws JsonException if it is no integer, or too large for a {@code long}
     */
    public long longValue() {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new JsonException("expected an integer of at most 64 bits, but found " + Excerpt.of(text), e);
        }
    }

    /** The nearest {@code double}, infinite where the number is beyond all of them. */
    public double doubleValue() {
        return Double.parseDouble(text);
    }

    /** Where the number that begins at {@code start} ends; {@code start} itself if none begins there. */
    static int end(CharSequence text, int start) {
        int at = start;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        int whole = digits(text, at);
        boolean leadingZero = whole > at + 1 && text.charAt(at) == '0';
        if (whole == at || leadingZero) {
            return start;
        }
        at = whole;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            if (fraction == at + 1) {
                return start;
            }
            at = fraction;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int sign = at + 1;
            if (sign < text.length() && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
                sign++;
            }
            int exponent = digits(text, sign);
            if (exponent == sign) {
                return start;
            }
            at = exponent;
        }
        return at;
    }

    private static int digits(CharSequence text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
