package org.initweights.internal.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The functions that expressions may call, by the names that they have in {@link Math}. Each gives the same bits on every machine and JDK:
 * where {@code Math} may round otherwise from one to the next, it is {@link StrictMath}'s.
 */
public enum MathFunction {
    SQRT("sqrt", 1),
    ABS("abs", 1),
    MIN("min", 2),
    MAX("max", 2),
    EXP("exp", 1),
    LOG("log", 1),
    POW("pow", 2),
    EXPM1("expm1", 1),
    LOG1P("log1p", 1),
    SIN("sin", 1),
    COS("cos", 1),
    TANH("tanh", 1),
    FLOOR("floor", 1),

    /** The remainder with the sign of the divisor, as {@code numpy.mod}. */
    MOD("mod", 2);

    private final String written;
    private final int arity;

    MathFunction(String written, int arity) {
        this.written = written;
        this.arity = arity;
    }

    /** How it is written. */
    public String written() {
        return written;
    }

    /** How many numbers it takes: one or two. */
    public int arity() {
        return arity;
    }

    /** The function of this name. */
    public static Optional<MathFunction> named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.written.equals(name))
                .findFirst();
    }

    /** The names of all. */
    public static List<String> names() {
        return Arrays.stream(values()).map(MathFunction::written).toList();
    }

    /** The value for {@link #arity} numbers. */
    public double apply(double... x) {
        return switch (this) {
            case SQRT -> Math.sqrt(x[0]);
            case ABS -> Math.abs(x[0]);
            case MIN -> Math.min(x[0], x[1]);
            case MAX -> Math.max(x[0], x[1]);
            case EXP -> StrictMath.exp(x[0]);
            case LOG -> StrictMath.log(x[0]);
            case POW -> StrictMath.pow(x[0], x[1]);
            case EXPM1 -> StrictMath.expm1(x[0]);
            case LOG1P -> StrictMath.log1p(x[0]);
            case SIN -> StrictMath.sin(x[0]);
            case COS -> StrictMath.cos(x[0]);
            case TANH -> StrictMath.tanh(x[0]);
            case FLOOR -> Math.floor(x[0]);
            case MOD -> mod(x[0], x[1]);
        };
    }

    /** What is left of {@code a} when {@code b} is taken from it a whole number of times, with the sign of {@code b}; NaN if that is 0. */
    public static double mod(double a, double b) {
        // Division of integers is faster than that of doubles, and has no remainder that is rounded either.
        int whole = (int) a;
        int by = (int) b;
        if (whole == a && by == b && by > 0) {
            return Math.floorMod(whole, by);
        }
        double rest = a % b;
        if (rest == 0) {
            return Math.copySign(0, b);
        }
        return rest < 0 == b < 0 ? rest : rest + b;
    }
}
