package org.initweights.io;

import java.util.SplittableRandom;

/**
 * A random expression of which each operation is defined to the bit, as a table has it and as NumPy has it.
 *
 * @param table of {@code i0}, {@code i1}, {@code n0} and {@code n1}
 * @param numpy of arrays with these names
 */
record TableExpression(String table, String numpy) {

    private static final int DEEPEST = 4;

    static TableExpression of(SplittableRandom random) {
        return of(random, 0);
    }

    /** Whole numbers below a bound. */
    TableExpression whole(long bound) {
        return in("mod(floor(#), " + bound + ")", "np.mod(np.floor(#), " + bound + ".0)");
    }

    /** Numbers that fit a half float. */
    TableExpression small() {
        return in("mod(#, 64) - 32", "np.mod(#, 64.0) - 32.0");
    }

    private static TableExpression of(SplittableRandom random, int depth) {
        if (depth == DEEPEST || random.nextInt(5) == 0) {
            return atom(random);
        }
        TableExpression a = of(random, depth + 1);
        TableExpression b = of(random, depth + 1);
        return switch (random.nextInt(13)) {
            case 0, 1 -> joined(a, " + ", b);
            case 2 -> joined(a, " - ", b);
            case 3, 4 -> joined(a, " * ", b);
            case 5 -> joined(a, " / ", atom(random).in("(abs(#) + 1)", "(np.abs(#) + 1.0)"));
            case 6 -> joined(a, " / ", new TableExpression("7", "7.0"));
            case 7 -> a.in("sqrt(abs(#))", "np.sqrt(np.abs(#))");
            case 8 -> a.in("floor(#)", "np.floor(#)");
            case 9 -> a.in("(#)", "(#)");
            case 10 -> {
                String divisor = random.nextBoolean() ? "3.0" : "-2.5";
                yield a.in("mod(#, " + divisor + ")", "np.mod(#, " + divisor + ")");
            }
            case 11 -> joined(a, " - ", a.in("-(#)", "-(#)"));
            default -> {
                String[] relations = {" < ", " <= ", " > ", " >= ", " == ", " != "};
                TableExpression condition = joined(a, relations[random.nextInt(relations.length)], b);
                TableExpression yes = of(random, depth + 1);
                TableExpression no = of(random, depth + 1);
                yield new TableExpression(
                        "(" + condition.table + " ? " + yes.table + " : " + no.table + ")",
                        "np.where(" + condition.numpy + ", " + yes.numpy + ", " + no.numpy + ")");
            }
        };
    }

    private TableExpression in(String tablePattern, String numpyPattern) {
        return new TableExpression(tablePattern.replace("#", table), numpyPattern.replace("#", numpy));
    }

    private static TableExpression joined(TableExpression left, String between, TableExpression right) {
        return new TableExpression(left.table + between + right.table, left.numpy + between + right.numpy);
    }

    private static TableExpression atom(SplittableRandom random) {
        String[] atoms = {"i0", "i0", "i1", "i1", "n0", "n1", "0.1", "2.5", "1e-3", "3", "5"};
        String atom = atoms[random.nextInt(atoms.length)];
        return new TableExpression(atom, atom.length() == 1 ? atom + ".0" : atom);
    }
}
