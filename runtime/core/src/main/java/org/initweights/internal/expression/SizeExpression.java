package org.initweights.internal.expression;

import java.util.List;
import org.initweights.collect.RemainderException;
import org.initweights.internal.message.Excerpt;

/**
 * Computes a size, {@code @Shape(dims = …)} in a plan, while it is read: integers and names. A division must leave no remainder,
 * except as {@code floor(a / b)}. Sums and products have as many terms as fit the {@link #LONGEST} text.
 *
 * @param text the expression
 * @param sizes what its names mean
 */
record SizeExpression(String text, Sizes sizes)
        implements ExpressionMeaning<SizeExpression.Value, IllegalArgumentException> {

    /** How many characters an expression may have. */
    static final int LONGEST = 10_000;

    /** How deep parentheses may be nested. */
    static final int DEPTH = 100;

    /** What a part of the expression is. */
    sealed interface Value {

        /** The number. */
        long number();
    }

    private record Known(long number) implements Value {}

    /** A quotient of which it is not known yet whether it may be rounded. */
    private record Division(long dividend, long divisor) implements Value {

        @Override
        public long number() {
            return Operator.EXACTLY_DIVIDED_BY.apply(dividend, divisor);
        }
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
        try {
            return ExpressionGrammar.one(text, new SizeExpression(text, sizes)).number();
        } catch (RemainderException e) {
            throw new IllegalArgumentException(
                    "\"" + Excerpt.of(text) + "\" divides " + e.getMessage()
                            + "; floor(a / b) is for what may be rounded down",
                    e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("\"" + Excerpt.of(text) + "\" divides by zero, or exceeds a long", e);
        }
    }

    @Override
    public Value whole(long value) {
        return new Known(value);
    }

    @Override
    public Value decimal(String digits, double value) {
        throw noInteger(digits);
    }

    @Override
    public Value path(List<String> names) {
        return new Known(sizes.named(String.join(".", names)));
    }

    @Override
    public Value call(String function, List<Value> arguments) {
        if (function.equals("floor") && arguments.size() == 1 && arguments.get(0) instanceof Division quotient) {
            return new Known(Operator.FLOOR_DIVIDED_BY.apply(quotient.dividend, quotient.divisor));
        }
        throw new IllegalArgumentException("\"" + Excerpt.of(text) + "\" is no size: the only call with arguments is"
                + " floor(a / b), of one quotient");
    }

    @Override
    public Value negation(Value operand) {
        return new Known(Math.negateExact(operand.number()));
    }

    @Override
    public Value operation(char symbol, Value left, Value right) {
        long a = left.number();
        long b = right.number();
        Operator operator = Operator.of(symbol);
        return operator == Operator.DIVIDED_BY ? new Division(a, b) : new Known(operator.apply(a, b));
    }

    /** Signs may be as many as fit: they are read and computed one by one. */
    @Override
    public void checkDepth(int parentheses, int signs) {
        if (parentheses > DEPTH) {
            throw new IllegalArgumentException(
                    "\"" + Excerpt.of(text) + "\" is no size: parentheses are nested deeper than " + DEPTH);
        }
    }

    /** Operators may be as many as fit: they are computed from the left while they are read. */
    @Override
    public void checkOperators(int count) {}

    @Override
    public IllegalArgumentException noNumber(String written, int position) {
        return noInteger(written);
    }

    private IllegalArgumentException noInteger(String written) {
        return new IllegalArgumentException(
                "\"" + Excerpt.of(written) + "\" in \"" + Excerpt.of(text) + "\" is no integer");
    }

    @Override
    public IllegalArgumentException malformed(String expected, int position) {
        return new IllegalArgumentException("\"" + Excerpt.of(text) + "\" is no size: see position " + (position + 1));
    }
}
