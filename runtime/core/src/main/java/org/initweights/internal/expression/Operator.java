package org.initweights.internal.expression;

import org.initweights.collect.Quotient;

/** An operator between two numbers. */
public enum Operator {
    PLUS('+', Precedence.SUM),
    MINUS('-', Precedence.SUM),
    TIMES('*', Precedence.PRODUCT),
    /** The quotient; of integers, rounded towards zero. */
    DIVIDED_BY('/', Precedence.PRODUCT),

    /** The quotient of integers that leaves no remainder: one that does is refused. */
    EXACTLY_DIVIDED_BY('/', Precedence.PRODUCT),

    /** The quotient of integers rounded down: {@code floor(a / b)}. */
    FLOOR_DIVIDED_BY('/', Precedence.PRODUCT);

    private final char symbol;
    private final int precedence;

    Operator(char symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    /** The operator that is written so: for {@code /} the quotient. */
    public static Operator of(char symbol) {
        for (Operator operator : values()) {
            if (operator.symbol == symbol) {
                return operator;
            }
        }
        throw new IllegalArgumentException("no operator: " + symbol);
    }

    /** How it is written, in these expressions as in Java. */
    public char symbol() {
        return symbol;
    }

    /** How tightly it binds. */
    public int precedence() {
        return precedence;
    }

    /**
     * The result for integers.
     *
     * @throws ArithmeticException if that exceeds a long, divides by zero, or leaves a remainder that it must not leave
     */
    public long apply(long a, long b) {
        return switch (this) {
            case PLUS -> Math.addExact(a, b);
            case MINUS -> Math.subtractExact(a, b);
            case TIMES -> Math.multiplyExact(a, b);
            case DIVIDED_BY -> Quotient.truncated(a, b);
            case EXACTLY_DIVIDED_BY -> Quotient.exact(a, b);
            case FLOOR_DIVIDED_BY -> Quotient.floor(a, b);
        };
    }

    /** The result for fractions. */
    public double apply(double a, double b) {
        return switch (this) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case DIVIDED_BY, EXACTLY_DIVIDED_BY, FLOOR_DIVIDED_BY -> a / b;
        };
    }
}
