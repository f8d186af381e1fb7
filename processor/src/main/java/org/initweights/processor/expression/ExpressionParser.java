package org.initweights.processor.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Parses expressions of {@code + - * / ( )} over numbers, names and calls. Recursive descent.
 *
 * <p>What the names and calls mean, and which numbers are allowed, is the reader's matter.
 */
final class ExpressionParser {

    private final Source source;
    private final String text;
    private int position;

    private ExpressionParser(Source source) {
        this.source = source;
        this.text = source.text();
    }

    /** One expression. */
    static Expression parse(Source source) throws ExpressionException {
        ExpressionParser parser = new ExpressionParser(source);
        Expression expression = parser.sum();
        if (!parser.atEnd()) {
            throw parser.expected("an operator");
        }
        return expression;
    }

    /** Expressions separated by commas. */
    static List<Expression> parseList(Source source) throws ExpressionException {
        ExpressionParser parser = new ExpressionParser(source);
        List<Expression> expressions = new ArrayList<>();
        do {
            expressions.add(parser.sum());
        } while (parser.accept(','));
        if (!parser.atEnd()) {
            throw parser.expected("an operator or a comma");
        }
        return expressions;
    }

    private Expression sum() throws ExpressionException {
        Expression left = product();
        while (true) {
            if (accept('+')) {
                left = new Expression.Binary('+', left, product());
            } else if (accept('-')) {
                left = new Expression.Binary('-', left, product());
            } else {
                return left;
            }
        }
    }

    private Expression product() throws ExpressionException {
        Expression left = factor();
        while (true) {
            if (accept('*')) {
                left = new Expression.Binary('*', left, factor());
            } else if (accept('/')) {
                left = new Expression.Binary('/', left, factor());
            } else {
                return left;
            }
        }
    }

    private Expression factor() throws ExpressionException {
        if (accept('-')) {
            return new Expression.Negation(factor());
        }
        if (accept('(')) {
            Expression inner = sum();
            if (!accept(')')) {
                throw expected("a closing parenthesis");
            }
            return inner;
        }
        if (!atEnd() && (Character.isDigit(text.charAt(position)) || text.charAt(position) == '.')) {
            return number();
        }
        return nameOrCall();
    }

    private Expression number() throws ExpressionException {
        int start = position;
        while (position < text.length() && isPartOfNumber(start)) {
            position++;
        }
        String digits = text.substring(start, position).replace("_", "");
        try {
            return digits.chars().allMatch(Character::isDigit)
                    ? new Expression.Whole(Long.parseLong(digits))
                    : new Expression.Decimal(digits, Double.parseDouble(digits));
        } catch (NumberFormatException e) {
            throw source.exception(
                    "\"" + text.substring(start, position) + "\" in " + source.member() + " is no number");
        }
    }

    private boolean isPartOfNumber(int start) {
        char next = text.charAt(position);
        boolean signOfExponent = (next == '-' || next == '+')
                && position > start
                && Character.toLowerCase(text.charAt(position - 1)) == 'e';
        return Character.isLetterOrDigit(next) || next == '_' || next == '.' || signOfExponent;
    }

    private Expression nameOrCall() throws ExpressionException {
        List<Expression.Segment> segments = new ArrayList<>();
        do {
            String name = name();
            boolean call = accept('(');
            if (call && !accept(')')) {
                if (!segments.isEmpty()) {
                    throw expected("a closing parenthesis, since only methods without parameters can be called");
                }
                return new Expression.Call(name, arguments());
            }
            segments.add(new Expression.Segment(name, call));
        } while (accept('.'));
        return new Expression.Path(segments);
    }

    private List<Expression> arguments() throws ExpressionException {
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (accept(','));
        if (!accept(')')) {
            throw expected("a closing parenthesis");
        }
        return arguments;
    }

    private String name() throws ExpressionException {
        skipSpace();
        int start = position;
        while (position < text.length() && Character.isJavaIdentifierPart(text.codePointAt(position))) {
            position = text.offsetByCodePoints(position, 1);
        }
        if (start == position || !Character.isJavaIdentifierStart(text.codePointAt(start))) {
            position = start;
            throw expected("a number or a name");
        }
        return text.substring(start, position);
    }

    private boolean accept(char symbol) {
        if (!atEnd() && text.charAt(position) == symbol) {
            position++;
            return true;
        }
        return false;
    }

    private boolean atEnd() {
        skipSpace();
        return position == text.length();
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private ExpressionException expected(String what) {
        String found = atEnd() ? "the end" : "'" + Character.toString(text.codePointAt(position)) + "'";
        return source.exception(source.member() + " = \"" + text + "\" should have " + what + " at position "
                + (text.codePointCount(0, position) + 1) + ", not " + found);
    }
}
