package org.initweights.internal.fill;

import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.message.Notation;

/** Checks of the arguments of initializers, for their rules and for the fills that these make. */
public final class Argument {

    private Argument() {}

    /** Refuses NaN and infinities. */
    public static void finite(String initializer, String name, double value) {
        check(Double.isFinite(value), "NotFinite", initializer, name, value, "needs a finite number");
    }

    /** Refuses negative numbers, NaN and infinities. */
    public static void notNegative(String initializer, String name, double value) {
        finite(initializer, name, value);
        check(value >= 0, "Negative", initializer, name, value, "cannot be negative; use 0 or more");
    }

    /** Refuses zero, negative numbers, NaN and infinities. */
    public static void positive(String initializer, String name, double value) {
        finite(initializer, name, value);
        check(value > 0, "NotPositive", initializer, name, value, "must be more than 0");
    }

    /** Refuses numbers outside [0, 1]. */
    public static void fraction(String initializer, String name, double value) {
        finite(initializer, name, value);
        check(value >= 0 && value <= 1, "Fraction", initializer, name, value, "must be between 0 and 1");
    }

    /** Refuses NaN. */
    public static void notNaN(String initializer, String name, double value) {
        check(!Double.isNaN(value), "NotFinite", initializer, name, value, "needs a finite number");
    }

    /** Refuses sizes below {@code least}. */
    public static void size(String initializer, String name, long value, long least) {
        if (value < least) {
            throw new InitializationException(
                    "TooSmall",
                    initializer + "(" + name + " = " + value + ")",
                    name,
                    "is refused: " + name + " must be " + least + " or more");
        }
    }

    /** The product of sizes. None may be negative, and the product must fit into a {@code long}. */
    static long product(long... sizes) {
        return TensorShape.of(sizes).elements();
    }

    private static void check(boolean holds, String id, String initializer, String name, double value, String demand) {
        if (!holds) {
            throw new InitializationException(
                    id,
                    initializer + "(" + name + " = " + Notation.exact(value) + ")",
                    name,
                    "is refused: " + name + " " + demand);
        }
    }
}
