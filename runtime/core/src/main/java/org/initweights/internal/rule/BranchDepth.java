package org.initweights.internal.rule;

import org.initweights.Optimizer;
import org.initweights.internal.message.Notation;

/**
 * What the number of residual blocks does to a parameter inside of one: x + m^-α · F(x), with m how many times as many blocks as in the base
 * model there are.
 *
 * <p>Each block then moves the stream by an m-th part. With Adam, whose updates have the size of the learning rate, a weight's update counts
 * m^-α in the stream, so that the learning rate is m^(α - 1). SGD's gradient has the multiplier of the branch once more, so that it is
 * m^(2α - 1).
 *
 * @param multiplier m; 1 for a parameter in no block
 * @param exponent α
 */
public record BranchDepth(double multiplier, double exponent) {

    /** That of a parameter in no block. */
    static final BranchDepth NONE = new BranchDepth(1, 1);

    /** What the learning rate is multiplied by, beside what the width does. */
    double learningRateScale(Optimizer optimizer) {
        return power(rateExponent(optimizer, exponent));
    }

    /** What the forward pass multiplies by, what the branch gives. */
    double branchMultiplier() {
        return power(-exponent);
    }

    private double power(double exponent) {
        return exponent == 1 ? multiplier : exponent == -1 ? 1 / multiplier : StrictMath.pow(multiplier, exponent);
    }

    private static double rateExponent(Optimizer optimizer, double exponent) {
        return switch (optimizer) {
            case ADAM -> exponent - 1;
            case SGD -> 2 * exponent - 1;
        };
    }

    /**
     * What a role and the depth together do to the learning rate and to the branch, of a model that is not known yet:
     * {@code learning rate × 64 / in with Adam, × depth / 2 with SGD; branch × 2 / depth}.
     *
     * @param width how many times as wide as in the base model it is, and {@code narrow} its inverse
     * @param depth how many times as many blocks there are, and {@code shallow} its inverse
     */
    public static String scaling(
            MupRole role, String width, String narrow, String depth, String shallow, double exponent) {
        String adam = role == MupRole.HIDDEN ? narrow : "";
        String sgd = role == MupRole.HIDDEN ? "" : width;
        return "learning rate × " + product(adam, powerText(depth, shallow, rateExponent(Optimizer.ADAM, exponent)))
                + " with Adam, × " + product(sgd, powerText(depth, shallow, rateExponent(Optimizer.SGD, exponent)))
                + " with SGD; branch × " + powerText(depth, shallow, -exponent);
    }

    private static String product(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() && right.isEmpty() ? "1" : left + right;
        }
        return left + " · " + right;
    }

    private static String powerText(String ratio, String inverse, double exponent) {
        if (exponent == 0) {
            return "";
        }
        if (Math.abs(exponent) == 1) {
            return exponent > 0 ? ratio : inverse;
        }
        return "(" + (exponent > 0 ? ratio : inverse) + ")^" + Notation.number(Math.abs(exponent));
    }
}
