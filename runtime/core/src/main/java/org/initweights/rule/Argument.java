package org.initweights.rule;

import org.initweights.InitializationException;
import org.initweights.fill.Notation;

/** Checks of single arguments. */
final class Argument {

    private Argument() {}

    /** Refuses NaN and infinities. */
    static void finite(String initializer, String name, double value) {
        check(Double.isFinite(value), "NotFinite", initializer, name, value, "needs a finite number");
    }

    /** Refuses negative numbers, NaN and infinities. */
    static void notNegative(String initializer, String name, double value) {
        finite(initializer, name, value);
        check(value >= 0, "Negative", initializer, name, value, "cannot be negative; use 0 or more");
    }

    /** Refuses zero, negative numbers, NaN and infinities. */
    static void positive(String initializer, String name, double value) {
        finite(initializer, name, value);
        check(value > 0, "NotPositive", initializer, name, value, "must be more than 0");
    }

    /** Refuses numbers outside [0, 1]. */
    static void fraction(String initializer, String name, double value) {
        finite(initializer, name, value);
        check(value >= 0 && value <= 1, "Fraction", initializer, name, value, "must be between 0 and 1");
    }

    private static void check(boolean holds, String id, String initializer, String name, double value, String demand) {
        if (!holds) {
            throw new InitializationException(
                    id,
                    initializer + "(" + name + " = " + Notation.number(value) + ")",
                    name,
                    "is refused: " + name + " " + demand);
        }
    }
}
