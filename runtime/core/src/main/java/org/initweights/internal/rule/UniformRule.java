package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.UniformFill;

/** U[a, b), as {@code torch.nn.init.uniform_}. */
public record UniformRule(double a, double b) implements Rule {

    public UniformRule {
        UniformFill.check(a, b);
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
