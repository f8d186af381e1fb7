package org.initweights.plan;

/**
 * Computes a size: {@code + - * /} and parentheses over integers and names, as {@code @Shape(dims = …)} has them. A name may have dots,
 * and parentheses where it is a method: {@code config.hidden()}.
 */
final class SizeExpression {

    private final String text;
    private final Sizes sizes;
    private int at;

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
        SizeExpression expression = new SizeExpression(text, sizes);
        try {
            long value = expression.sum();
            expression.skipSpace();
            if (expression.at < text.length()) {
                throw expression.malformed();
            }
            return value;
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("\"" + text + "\" divides by zero, or exceeds a long", e);
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
                value = value / factor();
            } else {
                return value;
            }
        }
    }

    private long factor() {
        if (accept('-')) {
            return Math.negateExact(factor());
        }
        if (accept('(')) {
            long value = sum();
            if (!accept(')')) {
                throw malformed();
            }
            return value;
        }
        String word = word();
        try {
            return Character.isDigit(word.charAt(0)) ? Long.parseLong(word) : sizes.named(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + word + "\" in \"" + text + "\" is no integer", e);
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

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("\"" + text + "\" is no size: see position " + (at + 1));
    }
}
