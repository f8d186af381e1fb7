package org.initweights.internal.rule;

import java.util.Locale;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Nonlinearity;
import org.initweights.TensorShape;
import org.initweights.internal.fill.Argument;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.Rank;
import org.initweights.internal.fill.ScaledFill;
import org.initweights.internal.message.Notation;

/** He, Zhang, Ren and Sun, 2015, as {@code torch.nn.init.kaiming_uniform_} and {@code kaiming_normal_}. */
public record KaimingRule(Distribution distribution, double a, FanMode mode, Nonlinearity nonlinearity)
        implements Rule {

    public KaimingRule {
        Argument.finite(factory(distribution), "a", a);
        if (mode != FanMode.FAN_IN && mode != FanMode.FAN_OUT) {
            throw new InitializationException(
                    "KaimingMode",
                    factory(distribution) + "(mode = " + mode + ")",
                    "mode",
                    "is no mode of Kaiming's; use FAN_IN or FAN_OUT, or variance scaling with scale = 2, mode = "
                            + mode);
        }
    }

    private static String factory(Distribution distribution) {
        return distribution == Distribution.UNIFORM ? "kaimingUniform" : "kaimingNormal";
    }

    private double gain() {
        return nonlinearity.gain(a);
    }

    @Override
    public Fill resolve(TensorShape shape) {
        Rank.checkFan(factory(distribution), shape);
        if (shape.elements() == 0) {
            return new ConstantFill(0);
        }
        return ScaledFill.computed(
                factory(distribution) + "(a = " + Notation.number(a) + ")",
                distribution,
                gain() / Math.sqrt(mode.of(shape.fans())));
    }

    @Override
    public String title() {
        return distribution == Distribution.UNIFORM ? "Kaiming uniform" : "Kaiming normal";
    }

    @Override
    public String explain(TensorShape shape) {
        Fill fill = resolve(shape);
        return title() + ", " + fan() + " " + (long) mode.of(shape.fans()) + ", " + explainGain() + " → "
                + ScaledFill.result(fill);
    }

    @Override
    public String explain() {
        return distribution == Distribution.UNIFORM
                ? "Kaiming uniform, bound = √3 · " + explainGain() + " / √" + fan()
                : "Kaiming normal, std = " + explainGain() + " / √" + fan();
    }

    private String fan() {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    /** A leaky ReLU of slope 0 is a ReLU. */
    private String explainGain() {
        boolean leaky = nonlinearity == Nonlinearity.LEAKY_RELU;
        String of = leaky && a == 0 ? "relu" : nonlinearity.name().toLowerCase(Locale.ROOT);
        String slope = leaky && a != 0 ? ", " + Notation.number(a) : "";
        return "gain(" + of + slope + ") " + Notation.factor(gain());
    }
}
