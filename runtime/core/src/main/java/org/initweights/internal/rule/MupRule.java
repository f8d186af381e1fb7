package org.initweights.internal.rule;

import org.initweights.Distribution;
import org.initweights.Fill;
import org.initweights.Optimizer;
import org.initweights.TensorShape;
import org.initweights.internal.fill.Argument;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.ScaledFill;
import org.initweights.internal.message.Notation;

/**
 * The maximal update parametrization, µP: how a parameter starts, learns and is multiplied in a model of any width, so that the learning
 * rate that is best for a narrow model is best for a wide one. Yang, Hu and others, <i>Tensor Programs V</i>, 2022, table 8, with all
 * widths relative to those of a base model, at which nothing differs from the usual parametrization, as in their package {@code mup}.
 *
 * @param scale the gain of a matrix, the standard deviation of an embedding or a shared readout, the value of a vector
 * @param base the size that the axis which grows has in the base model
 */
public record MupRule(MupRole role, double scale, double base) implements Rule, RoleRule {

    public MupRule {
        switch (role) {
            case VECTOR -> Argument.finite(role.factory(), "value", scale);
            case EMBEDDING, SHARED_READOUT -> Argument.notNegative(role.factory(), "std", scale);
            default -> Argument.notNegative(role.factory(), "gain", scale);
        }
        Argument.positive(role.factory(), "base", base);
    }

    /** How many times as wide as in the base model this parameter is; 1 if it has no elements. */
    private double widthMultiplier(TensorShape shape) {
        long width = role.width(shape);
        return width == 0 ? 1 : width / base;
    }

    /** What the learning rate of the base model is multiplied by. */
    double learningRateScale(TensorShape shape, Optimizer optimizer) {
        double multiplier = widthMultiplier(shape);
        return switch (optimizer) {
            case SGD -> role == MupRole.HIDDEN ? 1 : multiplier;
            case ADAM -> role == MupRole.HIDDEN ? 1 / multiplier : 1;
        };
    }

    /** What the forward pass multiplies by, what this weight gives. */
    double outputMultiplier(TensorShape shape) {
        return role.isReadout() ? 1 / widthMultiplier(shape) : 1;
    }

    @Override
    public Fill resolve(TensorShape shape) {
        double multiplier = widthMultiplier(shape);
        if (role == MupRole.VECTOR) {
            return new ConstantFill(scale);
        }
        if (shape.elements() == 0 || scale == 0) {
            return new ConstantFill(0);
        }
        return switch (role) {
            case EMBEDDING, SHARED_READOUT -> new NormalFill(0, scale);
            case OUTPUT ->
                computed(scale * Math.sqrt(multiplier / (double) shape.fans().fanIn()));
            default -> computed(scale / Math.sqrt((double) shape.fans().fanIn()));
        };
    }

    private Fill computed(double std) {
        return ScaledFill.computed(
                role.factory() + "(gain = " + Notation.number(scale) + ", base = " + Notation.number(base) + ")",
                Distribution.NORMAL,
                std);
    }

    @Override
    public String title() {
        return switch (role) {
            case INPUT -> "µP input";
            case EMBEDDING -> "µP embedding";
            case VECTOR -> "µP vector";
            case HIDDEN -> "µP hidden";
            case OUTPUT -> "µP output";
            case SHARED_READOUT -> "µP shared readout";
        };
    }

    @Override
    public String explain(TensorShape shape) {
        return title() + start(shape) + "; " + scaling(shape);
    }

    /** How it starts, after its title: {@code , fan_in 16, gain √2 → std 0.3536}. */
    String start(TensorShape shape) {
        Fill fill = resolve(shape);
        String fan = role.hasFan() ? ", fan_in " + shape.fans().fanIn() + factor() : "";
        String start = fill instanceof ConstantFill ? fill.toString() : "std " + Notation.number(fill.std());
        return fan + (role.hasFan() ? " → " : ", ") + start;
    }

    @Override
    public String explain() {
        return title() + start() + "; " + scaling();
    }

    /** How it starts in a shape that is not known yet, after its title: {@code , std = 1 / √fan_in}. */
    String start() {
        String start = switch (role) {
            case VECTOR -> Notation.number(scale);
            case EMBEDDING, SHARED_READOUT -> "std " + Notation.number(scale);
            case OUTPUT ->
                "std = " + Notation.number(scale) + " / √(fan_in · " + ratio(Notation.number(base), "in") + ")";
            default -> "std = " + Notation.number(scale) + " / √fan_in";
        };
        return ", " + start;
    }

    @Override
    public String factory() {
        return role.factory();
    }

    @Override
    public MupRule width() {
        return this;
    }

    @Override
    public BranchDepth branch() {
        return BranchDepth.NONE;
    }

    @Override
    public String scaling(TensorShape shape) {
        double multiplier = widthMultiplier(shape);
        return role.scaling(Notation.number(multiplier), Notation.number(1 / multiplier));
    }

    @Override
    public String scaling() {
        String number = Notation.number(base);
        return role.scaling(ratio(role.axis(), number), ratio(number, role.axis()));
    }

    private static String ratio(String above, String below) {
        return above + " / " + below;
    }

    private String factor() {
        return scale == 1 ? "" : ", gain " + Notation.factor(scale);
    }
}
