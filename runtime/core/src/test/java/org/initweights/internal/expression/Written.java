package org.initweights.internal.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes an expression down again with a parenthesis around all that belongs together, and remembers what it was asked to refuse, and where
 * it was told that things are.
 */
class Written implements ExpressionMeaning<String, Written.Mistake> {

    /** A mistake at a place. */
    static final class Mistake extends Exception {
        private static final long serialVersionUID = 1;

        Mistake(String message) {
            super(message);
        }
    }

    private final List<String> depths = new ArrayList<>();
    private final List<Integer> operators = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<String> checked = new ArrayList<>();
    private int place = -1;

    /** Each depth that was asked for, as {@code parentheses/signs}. */
    List<String> depths() {
        return depths;
    }

    /** Each number of operators that was asked for. */
    List<Integer> operators() {
        return operators;
    }

    /** What was told with a place, as {@code what@place}, in the order in which it was told. */
    List<String> places() {
        return places;
    }

    /** What was asked for with a place, as {@code depth@place} or {@code operator@place}. */
    List<String> checked() {
        return checked;
    }

    /** Remembers the place of what is told. */
    final void tell(String what) {
        places.add(what + "@" + place);
        place = -1;
    }

    @Override
    public void at(int position) {
        place = position;
    }

    @Override
    public String whole(long value) {
        tell(Long.toString(value));
        return Long.toString(value);
    }

    @Override
    public String decimal(String digits, double value) {
        tell(digits);
        return digits + "=" + value;
    }

    @Override
    public String path(List<String> names) {
        tell(String.join(".", names));
        return String.join(".", names);
    }

    @Override
    public String call(String function, List<String> arguments) {
        tell(function);
        return function + arguments;
    }

    @Override
    public String negation(String operand) {
        tell("sign");
        return "-" + operand;
    }

    @Override
    public String operation(char symbol, String left, String right) {
        tell(Character.toString(symbol));
        return "(" + left + symbol + right + ")";
    }

    @Override
    public void checkDepth(int parentheses, int signs) {
        depths.add(parentheses + "/" + signs);
        checked.add("depth@" + place);
        place = -1;
    }

    @Override
    public void checkOperators(int count) {
        operators.add(count);
        checked.add("operator@" + place);
        place = -1;
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
