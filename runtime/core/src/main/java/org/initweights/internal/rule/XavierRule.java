package org.initweights.internal.rule;

import org.initweights.Distribution;
import org.initweights.Fans;
import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.Argument;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.Rank;
import org.initweights.internal.fill.ScaledFill;
import org.initweights.internal.message.Notation;

/** Glorot and Bengio, 2010, as {@code torch.nn.init.xavier_uniform_} and {@code xavier_normal_}. */
public record XavierRule(Distribution distribution, double gain) implements Rule {

    public XavierRule {
        Argument.positive(factory(distribution), "gain", gain);
    }

    private static String factory(Distribution distribution) {
        return distribution == Distribution.UNIFORM ? "xavierUniform" : "xavierNormal";
    }

    @Override
    public Fill resolve(TensorShape shape) {
        Rank.checkFan(factory(distribution), shape);
        if (shape.elements() == 0) {
            return new ConstantFill(0);
        }
        Fans fans = shape.fans();
        return ScaledFill.computed(
                factory(distribution) + "(gain = " + Notation.number(gain) + ")",
                distribution,
                gain * Math.sqrt(2.0 / ((double) fans.fanIn() + fans.fanOut())));
    }

    @Override
    public String title() {
        return distribution == Distribution.UNIFORM ? "Xavier uniform" : "Xavier normal";
    }

    @Override
    public String explain(TensorShape shape) {
        Fill fill = resolve(shape);
        Fans fans = shape.fans();
        String given = gain == 1 ? "" : ", gain " + Notation.factor(gain);
        return title() + ", fan_in " + fans.fanIn() + ", fan_out " + fans.fanOut() + given + " → "
                + ScaledFill.result(fill);
    }

    @Override
    public String explain() {
        String given = gain == 1 ? "" : Notation.factor(gain) + " · ";
        return distribution == Distribution.UNIFORM
                ? "Xavier uniform, bound = " + given + "√(6 / (fan_in + fan_out))"
                : "Xavier normal, std = " + given + "√(2 / (fan_in + fan_out))";
    }
}
