package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.message.Notation;

/** N(mean, std²), as {@code torch.nn.init.normal_}. */
public record NormalRule(double mean, double std) implements Rule {

    public NormalRule {
        NormalFill.check("normal", mean, std);
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return new NormalFill(mean, std);
    }

    @Override
    public String title() {
        return "normal";
    }

    @Override
    public String explain(TensorShape shape) {
        return explain();
    }

    @Override
    public String explain() {
        return "normal, " + (mean == 0 ? "" : "mean " + Notation.number(mean) + ", ") + "std " + Notation.number(std);
    }
}
