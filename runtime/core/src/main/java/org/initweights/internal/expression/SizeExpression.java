package org.initweights.internal.expression;

import org.initweights.collect.Quotient;
import org.initweights.collect.RemainderException;
import org.initweights.internal.message.Excerpt;

/**
 * Computes a size: {@code + - * /} and parentheses over integers and names, as {@code @Shape(dims = …)} has them. A name may have dots,
 * and parentheses where it is a method: {@code config.hidden()}. A division must leave no remainder, except as
 * {@code floor(a / b)}. Sums and products have as many terms as fit the {@link #LONGEST} text.
 */
final class SizeExpression {

    /** How many characters an expression may have. */
    static final int LONGEST = 10_000;

    /** How deep parentheses may be nested. */
    static final int DEPTH = 100;

    private final String text;
    private final Sizes sizes;
    private int at;
    private int depth;

    private SizeExpression(String text, Sizes sizes) {
        this.text = text;
        this.sizes = sizes;
    }

    /**
     * The value of an expression.
     *
     * @throws IllegalArgumentException if it is none, a name in it has no value, or the value exceeds a {@code long}
     */
    static long value(String text, Sizes sizes) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "\"" + Excerpt.of(text) + "\" is no size: there may be " + LONGEST + " characters");
        }
        SizeExpression expression = new SizeExpression(text, sizes);
        try {
            long value = expression.sum();
            expression.skipSpace();
            if (expression.at < text.length()) {
                throw expression.malformed();
            }
            return value;
        } catch (RemainderException e) {
            throw new IllegalArgumentException(
                    "\"" + Excerpt.of(text) + "\" divides " + e.getMessage()
                            + "; floor(a / b) is for what may be rounded down",
                    e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("\"" + Excerpt.of(text) + "\" divides by zero, or exceeds a long", e);
        }
    }

    private long sum() {
        long value = product();
        while (true) {
            if (accept('+')) {
                value = Math.addExact(value, product());
            } else if (accept('-')) {
                value = Math.subtractExact(value, product());
            } else {
                return value;
            }
        }
    }

    private long product() {
        long value = factor();
        while (true) {
            if (accept('*')) {
                value = Math.multiplyExact(value, factor());
            } else if (accept('/')) {
                value = Quotient.exact(value, factor());
            } else {
                return value;
            }
        }
    }

    /** What stands between {@code *} and {@code /}, with its signs. */
    private long factor() {
        boolean isNegative = false;
        while (accept('-')) {
            isNegative = !isNegative;
        }
        long value = accept('(') ? parenthesized() : atom();
        return isNegative ? Math.negateExact(value) : value;
    }

    private long parenthesized() {
        if (++depth > DEPTH) {
            throw tooDeep();
        }
        long value = sum();
        if (!accept(')')) {
            throw malformed();
        }
        depth--;
        return value;
    }

    private long atom() {
        String word = word();
        if (word.equals("floor") && accept('(')) {
            return floor();
        }
        try {
            return Character.isDigit(word.charAt(0)) ? Long.parseLong(word) : sizes.named(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + Excerpt.of(word) + "\" in \"" + Excerpt.of(text) + "\" is no integer", e);
        }
    }

    /** One quotient, rounded down: what stands in the parentheses of {@code floor(a / b)}. */
    private long floor() {
        if (++depth > DEPTH) {
            throw tooDeep();
        }
        long value = factor();
        while (true) {
            if (accept('*')) {
                value = Math.multiplyExact(value, factor());
                continue;
            }
            if (!accept('/')) {
                throw malformed();
            }
            long divisor = factor();
            if (accept(')')) {
                depth--;
                return Quotient.floor(value, divisor);
            }
            value = Quotient.exact(value, divisor);
        }
    }

    /** A number or a name. */
    private String word() {
        skipSpace();
        int start = at;
        while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
            if (text.startsWith("()", at)) {
                at += 2;
            }
        }
        if (start == at) {
            throw malformed();
        }
        return text.substring(start, at);
    }

    private boolean accept(char symbol) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == symbol) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException tooDeep() {
        return new IllegalArgumentException(
                "\"" + Excerpt.of(text) + "\" is no size: parentheses are nested deeper than " + DEPTH);
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("\"" + Excerpt.of(text) + "\" is no size: see position " + (at + 1));
    }
}
