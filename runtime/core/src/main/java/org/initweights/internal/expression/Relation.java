package org.initweights.internal.expression;

/** What may hold between two numbers. Those come first whose symbol begins with that of a later one. */
public enum Relation {
    AT_MOST("<="),
    AT_LEAST(">="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    MORE(">");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    /** How it is written, in these expressions as in Java. */
    public String symbol() {
        return symbol;
    }

    /** Whether it holds; of NaN only {@code !=} does. */
    public boolean holds(double a, double b) {
        return switch (this) {
            case AT_MOST -> a <= b;
            case AT_LEAST -> a >= b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case LESS -> a < b;
            case MORE -> a > b;
        };
    }
}
