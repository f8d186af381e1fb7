package org.initweights.rule;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.fill.Notation;
import org.initweights.fill.UniformFill;

/** U[a, b), as {@code torch.nn.init.uniform_}. */
public record Uniform(double a, double b) implements Rule {

    public Uniform {
        Argument.finite("uniform", "a", a);
        Argument.finite("uniform", "b", b);
        if (a > b) {
            throw new InitializationException(
                    "EmptyInterval",
                    "uniform(a = " + Notation.number(a) + ", b = " + Notation.number(b) + ")",
                    "a",
                    "has no values: a must not be more than b");
        }
        if (b - a > Float.MAX_VALUE) {
            throw new InitializationException(
                    "TooWide",
                    "uniform(a = " + Notation.number(a) + ", b = " + Notation.number(b) + ")",
                    "b",
                    "is wider than the range of a float");
        }
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return new UniformFill(a, b);
    }

    @Override
    public String title() {
        return "uniform";
    }

    @Override
    public String explain(TensorShape shape) {
        return explain();
    }

    @Override
    public String explain() {
        return "uniform, " + new UniformFill(a, b);
    }
}
