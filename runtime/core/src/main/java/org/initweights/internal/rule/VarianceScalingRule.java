package org.initweights.internal.rule;

import java.util.Locale;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.Argument;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.Rank;
import org.initweights.internal.fill.ScaledFill;
import org.initweights.internal.fill.VarianceScaledFill;
import org.initweights.internal.message.Notation;

/** Variance scale / fan, as {@code jax.nn.initializers.variance_scaling}; LeCun's is its default. */
public record VarianceScalingRule(double scale, FanMode mode, Distribution distribution) implements Rule {

    public VarianceScalingRule {
        Argument.positive("varianceScaling", "scale", scale);
    }

    private boolean isLecun() {
        return scale == 1 && mode == FanMode.FAN_IN && distribution != Distribution.NORMAL;
    }

    @Override
    public Fill resolve(TensorShape shape) {
        Rank.checkFan("varianceScaling", shape);
        if (shape.elements() == 0) {
            return new ConstantFill(0);
        }
        return new VarianceScaledFill(distribution, scale / mode.of(shape.fans()));
    }

    @Override
    public String title() {
        String kind = distribution == Distribution.UNIFORM ? "uniform" : "normal";
        return isLecun() ? "LeCun " + kind : "variance scaling, " + kind;
    }

    @Override
    public String explain(TensorShape shape) {
        Fill fill = resolve(shape);
        String given = scale == 1 ? "" : ", scale " + Notation.factor(scale);
        return title() + ", " + fan() + " " + Notation.number(mode.of(shape.fans())) + given + " → "
                + ScaledFill.result(fill) + cut();
    }

    @Override
    public String explain() {
        return distribution == Distribution.UNIFORM
                ? title() + ", bound = √(" + Notation.number(3 * scale) + " / " + fan() + ")"
                : title() + ", std = √(" + Notation.number(scale) + " / " + fan() + ")" + cut();
    }

    private String cut() {
        return distribution == Distribution.TRUNCATED_NORMAL ? " after the cut at ±2σ" : "";
    }

    private String fan() {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
