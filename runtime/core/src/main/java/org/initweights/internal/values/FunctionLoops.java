package org.initweights.internal.values;

import org.initweights.internal.expression.MathFunction;

/** The functions of expressions, over arrays: {@link MathFunction#apply} of each number, to the bit, without an array for its arguments. */
final class FunctionLoops {

    private FunctionLoops() {}

    /** A function of one number. */
    static void apply(MathFunction function, double[] a, double[] out, int count) {
        switch (function) {
            case SQRT -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.sqrt(a[i]);
                }
            }
            case ABS -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.abs(a[i]);
                }
            }
            case FLOOR -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.floor(a[i]);
                }
            }
            case EXP -> {
                for (int i = 0; i < count; i++) {
                    out[i] = StrictMath.exp(a[i]);
                }
            }
            case LOG -> {
                for (int i = 0; i < count; i++) {
                    out[i] = StrictMath.log(a[i]);
                }
            }
            case EXPM1 -> {
                for (int i = 0; i < count; i++) {
                    out[i] = StrictMath.expm1(a[i]);
                }
            }
            case LOG1P -> {
                for (int i = 0; i < count; i++) {
                    out[i] = StrictMath.log1p(a[i]);
                }
            }
            case SIN -> {
                for (int i = 0; i < count; i++) {
                    out[i] = StrictMath.sin(a[i]);
                }
            }
            case COS -> {
                for (int i = 0; i < count; i++) {
                    out[i] = StrictMath.cos(a[i]);
                }
            }
            case TANH -> {
                for (int i = 0; i < count; i++) {
                    out[i] = StrictMath.tanh(a[i]);
                }
            }
            case MIN, MAX, POW, MOD -> throw new IllegalArgumentException(function + " takes two numbers");
        }
    }

    /** A function of two numbers. */
    static void apply(MathFunction function, double[] a, double[] b, double[] out, int count) {
        switch (function) {
            case MIN -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.min(a[i], b[i]);
                }
            }
            case MAX -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.max(a[i], b[i]);
                }
            }
            case POW -> {
                for (int i = 0; i < count; i++) {
                    out[i] = StrictMath.pow(a[i], b[i]);
                }
            }
            case MOD -> {
                for (int i = 0; i < count; i++) {
                    out[i] = MathFunction.mod(a[i], b[i]);
                }
            }
            case SQRT, ABS, FLOOR, EXP, LOG, EXPM1, LOG1P, SIN, COS, TANH ->
                throw new IllegalArgumentException(function + " takes one number");
        }
    }
}
