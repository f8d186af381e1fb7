package org.initweights.internal.fill;

import org.initweights.Fill;
import org.initweights.internal.message.Notation;

/** Every element is {@code value}. */
public record ConstantFill(double value) implements Fill {

    public ConstantFill {
        check(value);
    }

    /** Refuses what no element can be. */
    public static void check(double value) {
        Argument.finite("constant", "value", value);
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double std() {
        return 0;
    }

    @Override
    public double lower() {
        return value;
    }

    @Override
    public double upper() {
        return value;
    }

    @Override
    public String toString() {
        return Notation.number(value);
    }
}
