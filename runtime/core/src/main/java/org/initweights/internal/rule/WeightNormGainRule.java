package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.NormsFill;

/**
 * Salimans and Kingma, 2016, as PyTorch starts the gain of {@code weight_norm}: so that the weight is the direction at first.
 *
 * @param of the name of the direction, beside this parameter
 * @param axis the axis that is kept; {@link NormsFill#WHOLE} if none is
 */
public record WeightNormGainRule(String of, int axis) implements Rule, DerivedRule {

    public WeightNormGainRule {
        new NormsFill(of, axis, 1);
    }

    /** Whether the shape is right, only what has both parameters can say. */
    @Override
    public Fill resolve(TensorShape shape) {
        return derived(shape.elements());
    }

    @Override
    public NormsFill derived(long elements) {
        return new NormsFill(of, axis, elements);
    }

    @Override
    public String title() {
        return "weight norm's gain";
    }

    @Override
    public String explain(TensorShape shape) {
        return explain();
    }

    @Override
    public String explain() {
        return title() + ", " + derived(1);
    }
}
