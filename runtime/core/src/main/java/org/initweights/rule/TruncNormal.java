package org.initweights.rule;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.fill.Notation;
import org.initweights.fill.TruncatedNormalFill;

/** N(mean, std²) restricted to [a, b], absolute bounds, as {@code torch.nn.init.trunc_normal_}. */
public record TruncNormal(double mean, double std, double a, double b) implements Rule {

    public TruncNormal {
        Argument.finite("truncNormal", "mean", mean);
        Argument.positive("truncNormal", "std", std);
        notNaN("a", a);
        notNaN("b", b);
        if (a >= b) {
            throw new InitializationException(
                    "EmptyInterval",
                    "truncNormal(a = " + Notation.number(a) + ", b = " + Notation.number(b) + ")",
                    "a",
                    "leaves no values: a must be less than b, and both are absolute, not multiples of std");
        }
    }

    private static void notNaN(String name, double bound) {
        if (Double.isNaN(bound)) {
            Argument.finite("truncNormal", name, bound);
        }
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return new TruncatedNormalFill(mean, std, a, b);
    }

    @Override
    public String title() {
        return "truncated normal";
    }

    @Override
    public String explain(TensorShape shape) {
        return explain();
    }

    @Override
    public String explain() {
        return "truncated normal, " + new TruncatedNormalFill(mean, std, a, b);
    }
}
