package org.initweights.processor.expression;

/** An operator between two numbers. */
public enum Operator {
    PLUS('+', Precedence.SUM),
    MINUS('-', Precedence.SUM),
    TIMES('*', Precedence.PRODUCT),
    DIVIDED_BY('/', Precedence.PRODUCT);

    private final char symbol;
    private final int precedence;

    Operator(char symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    static Operator of(char symbol) {
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
     * @throws ArithmeticException if that exceeds a long, or divides by zero
     */
    long apply(long a, long b) {
        return switch (this) {
            case PLUS -> Math.addExact(a, b);
            case MINUS -> Math.subtractExact(a, b);
            case TIMES -> Math.multiplyExact(a, b);
            case DIVIDED_BY -> b == -1 ? Math.negateExact(a) : a / b;
        };
    }

    double apply(double a, double b) {
        return switch (this) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case DIVIDED_BY -> a / b;
        };
    }
}
