package org.initweights.processor.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Parses expressions of {@code + - * / ( )} over numbers, names and calls. Recursive descent.
 *
 * <p>What the names and calls mean, and which numbers are allowed, is the reader's matter.
 */
final class ExpressionParser {

    /** How deep parentheses, signs and calls may nest: the compiler that reads generated code needs most of its stack for each. */
    private static final int DEEPEST = 50;

    /** How many operators one expression may have: what reads it recurses on each. */
    private static final int MOST_OPERATORS = 500;

    private final Source source;
    private final String text;
    private int position;
    private int depth;
    private int operators;

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
            parser.operators = 0;
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
            if (acceptOperator('+')) {
                left = new Expression.Binary('+', left, product());
            } else if (acceptOperator('-')) {
                left = new Expression.Binary('-', left, product());
            } else {
                return left;
            }
        }
    }

    private Expression product() throws ExpressionException {
        Expression left = factor();
        while (true) {
            if (acceptOperator('*')) {
                left = new Expression.Binary('*', left, factor());
            } else if (acceptOperator('/')) {
                left = new Expression.Binary('/', left, factor());
            } else {
                return left;
            }
        }
    }

    private Expression factor() throws ExpressionException {
        if (accept('-')) {
            enter();
            Expression operand = factor();
            depth--;
            return new Expression.Negation(operand);
        }
        if (accept('(')) {
            enter();
            Expression inner = sum();
            depth--;
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
                            "\"" + text.substring(start, position) + "\" in " + source.member() + " is no number")
                    .at(start);
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
        enter();
        do {
            arguments.add(sum());
        } while (accept(','));
        depth--;
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

    private void enter() throws ExpressionException {
        if (++depth > DEEPEST) {
            throw tooLarge("nests parentheses, signs and calls more than " + DEEPEST + " deep");
        }
    }

    private boolean acceptOperator(char symbol) throws ExpressionException {
        if (!accept(symbol)) {
            return false;
        }
        if (++operators > MOST_OPERATORS) {
            throw tooLarge("has more than " + MOST_OPERATORS + " operators in one expression");
        }
        return true;
    }

    private ExpressionException tooLarge(String what) {
        return new ExpressionException(
                "ExpressionSize",
                source.member() + " " + what + "; compute the number in a method of the model, and name that");
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
        if (text.isBlank()) {
            return source.exception(source.member() + " is empty" + source.cureOfNothing());
        }
        if (!atEnd() && text.charAt(position) == '[') {
            return source.exception(source.member() + " = \"" + text
                            + "\": an element of an array is no number here; return it from a method, and name that")
                    .at(position);
        }
        String found = atEnd() ? "the end" : "'" + Character.toString(text.codePointAt(position)) + "'";
        return source.exception(source.member() + " = \"" + text + "\" should have " + what + " at position "
                        + (text.codePointCount(0, position) + 1) + ", not " + found)
                .at(position);
    }
}
