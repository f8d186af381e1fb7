package org.initweights.processor.expression;

import java.util.List;
import org.initweights.internal.expression.ExpressionGrammar;
import org.initweights.internal.expression.ExpressionMeaning;

/**
 * Reads expressions as the user wrote them, with the place of each mistake.
 *
 * <p>What the names and calls mean, and which numbers are allowed, is the matter of those who read them further.
 */
record ExpressionReader(Source source) implements ExpressionMeaning<Expression, ExpressionException> {

    /** How deep parentheses, signs and calls may nest: the compiler that reads generated code needs most of its stack for each. */
    private static final int DEEPEST = 50;

    /** How many operators one expression may have: what reads it recurses on each. */
    private static final int MOST_OPERATORS = 500;

    /** One expression. */
    static Expression read(Source source) throws ExpressionException {
        return ExpressionGrammar.one(source.text(), new ExpressionReader(source));
    }

    /** Expressions separated by commas. */
    static List<Expression> readList(Source source) throws ExpressionException {
        return ExpressionGrammar.list(source.text(), new ExpressionReader(source));
    }

    @Override
    public Expression whole(long value) {
        return new Expression.Whole(value);
    }

    @Override
    public Expression decimal(String digits, double value) {
        return new Expression.Decimal(digits, value);
    }

    @Override
    public Expression path(List<String> names) {
        return new Expression.Path(names);
    }

    @Override
    public Expression call(String function, List<Expression> arguments) {
        return new Expression.Call(function, arguments);
    }

    @Override
    public Expression negation(Expression operand) {
        return new Expression.Negation(operand);
    }

    @Override
    public Expression operation(char symbol, Expression left, Expression right) {
        return new Expression.Binary(symbol, left, right);
    }

    @Override
    public void checkDepth(int parentheses, int signs) throws ExpressionException {
        if (parentheses + signs > DEEPEST) {
            throw tooLarge("nests parentheses, signs and calls more than " + DEEPEST + " deep");
        }
    }

    @Override
    public void checkOperators(int count) throws ExpressionException {
        if (count > MOST_OPERATORS) {
            throw tooLarge("has more than " + MOST_OPERATORS + " operators in one expression");
        }
    }

    private ExpressionException tooLarge(String what) {
        return new ExpressionException(
                "ExpressionSize",
                source.member() + " " + what + "; compute the number in a method of the model, and name that");
    }

    @Override
    public ExpressionException noNumber(String written, int position) {
        return source.exception("\"" + written + "\" in " + source.member() + " is no number")
                .at(position);
    }

    @Override
    public ExpressionException malformed(String expected, int position) {
        String text = source.text();
        if (text.isBlank()) {
            return source.exception(source.member() + " is empty" + source.cureOfNothing());
        }
        if (text.startsWith("[", position)) {
            return source.exception(source.member() + " = \"" + text
                            + "\": an element of an array is no number here; return it from a method, and name that")
                    .at(position);
        }
        String found =
                position == text.length() ? "the end" : "'" + Character.toString(text.codePointAt(position)) + "'";
        return source.exception(source.member() + " = \"" + text + "\" should have " + expected + " at position "
                        + (text.codePointCount(0, position) + 1) + ", not " + found)
                .at(position);
    }
}
