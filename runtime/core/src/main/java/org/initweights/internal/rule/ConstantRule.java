package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.message.Notation;

/** One value everywhere, as {@code torch.nn.init.constant_}, {@code ones_} and {@code zeros_}. */
public record ConstantRule(double value) implements Rule {

    public ConstantRule {
        ConstantFill.check(value);
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return new ConstantFill(value);
    }

    @Override
    public String title() {
        if (value == 1) {
            return "ones";
        }
        return value == 0 ? "zeros" : "constant " + Notation.number(value);
    }

    @Override
    public String explain(TensorShape shape) {
        return title();
    }

    @Override
    public String explain() {
        return title();
    }
}
