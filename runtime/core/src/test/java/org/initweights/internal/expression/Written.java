package org.initweights.internal.expression;

import java.util.ArrayList;
import java.util.List;

/** Writes an expression down again with a parenthesis around all that belongs together, and remembers what it was asked to refuse. */
final class Written implements ExpressionMeaning<String, Written.Mistake> {

    /** A mistake at a place. */
    static final class Mistake extends Exception {
        private static final long serialVersionUID = 1;

        Mistake(String message) {
            super(message);
        }
    }

    private final List<String> depths = new ArrayList<>();
    private final List<Integer> operators = new ArrayList<>();

    /** Each depth that was asked for, as {@code parentheses/signs}. */
    List<String> depths() {
        return depths;
    }

    /** Each number of operators that was asked for. */
    List<Integer> operators() {
        return operators;
    }

    @Override
    public String whole(long value) {
        return Long.toString(value);
    }

    @Override
    public String decimal(String digits, double value) {
        return digits + "=" + value;
    }

    @Override
    public String path(List<String> names) {
        return String.join(".", names);
    }

    @Override
    public String call(String function, List<String> arguments) {
        return function + arguments;
    }

    @Override
    public String negation(String operand) {
        return "-" + operand;
    }

    @Override
    public String operation(char symbol, String left, String right) {
        return "(" + left + symbol + right + ")";
    }

    @Override
    public void checkDepth(int parentheses, int signs) {
        depths.add(parentheses + "/" + signs);
    }

    @Override
    public void checkOperators(int count) {
        operators.add(count);
    }

    @Override
    public Mistake noNumber(String written, int position) {
        return new Mistake("no number at " + position + ": " + written);
    }

    @Override
    public Mistake malformed(String expected, int position) {
        return new Mistake("at " + position + ": " + expected);
    }
}
