package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.TruncatedNormalFill;

/** N(mean, std²) restricted to [a, b], absolute bounds, as {@code torch.nn.init.trunc_normal_}. */
public record TruncNormalRule(double mean, double std, double a, double b) implements Rule {

    public TruncNormalRule {
        TruncatedNormalFill.check(mean, std, a, b);
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
