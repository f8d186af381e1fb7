package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.List;

/**
 * A random expression of elements, as a table has it, and as Java has it. Both have the same operators, of the same precedence; all that
 * differs is how numbers and functions are written.
 *
 * @param table as an annotation has it
 * @param java as the program says what it means
 */
record GrownExpression(String table, String java) {

    private static final int DEEPEST = 3;

    /** An expression of indices and sizes, which is finite and not large. */
    static GrownExpression ofIndices(Dice dice, int rank, List<String> members) {
        List<GrownExpression> atoms = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            atoms.add(same("i" + axis));
            atoms.add(same("i" + axis));
            atoms.add(same("n" + axis));
        }
        members.forEach(member -> atoms.add(same(member)));
        return of(dice, 0, atoms);
    }

    /** A function of what is drawn. */
    static GrownExpression ofDrawn(Dice dice, List<String> members) {
        List<GrownExpression> atoms = new ArrayList<>(List.of(same("x"), same("x"), same("x")));
        members.forEach(member -> atoms.add(same(member)));
        return of(dice, 0, atoms);
    }

    /** Of an index that a slice counts for itself. */
    static GrownExpression same(String text) {
        return new GrownExpression(text, text);
    }

    /** This, as a part of another expression: each {@code #}. */
    GrownExpression in(String tablePattern, String javaPattern) {
        return new GrownExpression(tablePattern.replace("#", table), javaPattern.replace("#", java));
    }

    private static GrownExpression of(Dice dice, int depth, List<GrownExpression> atoms) {
        if (depth == DEEPEST || dice.percent(20)) {
            return dice.percent(70) ? dice.pick(atoms) : number(dice);
        }
        GrownExpression first = of(dice, depth + 1, atoms);
        GrownExpression second = of(dice, depth + 1, atoms);
        return switch (dice.between(0, 21)) {
            case 0, 1 -> joined(first, " + ", second);
            case 2, 3 -> joined(first, " - ", second);
            case 4, 5 -> joined(first, " * ", second);
            case 6, 7 -> joined(first, " / ", divisor(dice, atoms));
            case 8 -> first.in("(#)", "(#)");
            case 9 -> first.in("-(#)", "-(#)");
            case 10 -> first.in(dice, "sin", "cos", "tanh");
            case 11 -> first.in("floor(#)", "Math.floor(#)");
            case 12 -> first.in("abs(#)", "Math.abs(#)");
            case 13 -> first.in("sqrt(abs(#))", "Math.sqrt(Math.abs(#))");
            case 14 -> first.in("exp(-abs(#))", "StrictMath.exp(-Math.abs(#))");
            case 15 -> first.in("expm1(tanh(#))", "StrictMath.expm1(StrictMath.tanh(#))");
            case 16 -> first.in("log1p(abs(#))", "StrictMath.log1p(Math.abs(#))");
            case 17 -> first.in("log(abs(#) + 1)", "StrictMath.log(Math.abs(#) + 1.0)");
            case 18 -> joined(first, ", ", second).in(dice, "min", "max");
            case 19 ->
                joined(first.in("abs(#) + 0.5", "Math.abs(#) + 0.5"), ", ", second.in("tanh(#)", "StrictMath.tanh(#)"))
                        .in("pow(#)", "StrictMath.pow(#)");
            case 20 -> joined(first, ", ", number(dice)).in("mod(#)", "Plain.mod(#)");
            default -> {
                String relation = dice.pick(" < ", " <= ", " > ", " >= ", " == ", " != ");
                GrownExpression condition = joined(first, relation, second);
                GrownExpression choices = joined(of(dice, depth + 1, atoms), " : ", of(dice, depth + 1, atoms));
                yield joined(condition, " ? ", choices).in("(#)", "(#)");
            }
        };
    }

    private GrownExpression in(Dice dice, String... functions) {
        String function = dice.pick(functions);
        String home = function.startsWith("m") ? "Math." : "StrictMath.";
        return in(function + "(#)", home + function + "(#)");
    }

    private static GrownExpression joined(GrownExpression left, String between, GrownExpression right) {
        return new GrownExpression(left.table + between + right.table, left.java + between + right.java);
    }

    /** What is never zero. */
    private static GrownExpression divisor(Dice dice, List<GrownExpression> atoms) {
        return dice.percent(50) ? number(dice) : dice.pick(atoms).in("(abs(#) + 1)", "(Math.abs(#) + 1.0)");
    }

    private static GrownExpression number(Dice dice) {
        if (dice.percent(8)) {
            return new GrownExpression("pi", "Math.PI");
        }
        if (dice.percent(30)) {
            return same(dice.pick("0.25", "2.5", "0.1", "1e-3", "3.75"));
        }
        int whole = dice.between(1, 7);
        return new GrownExpression(String.valueOf(whole), whole + ".0");
    }
}
