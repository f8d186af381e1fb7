package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.SingularSide;
import org.initweights.TensorShape;
import org.initweights.internal.fill.SpectralVectorFill;

/**
 * Miyato, Kataoka, Koyama and Yoshida, 2018, as PyTorch starts the buffers of {@code spectral_norm}.
 *
 * @param of the name of the weight, beside this parameter
 * @param side which of the two vectors
 * @param axis the axis of the rows
 * @param iterations how often both vectors are computed of each other
 */
public record SpectralVectorRule(String of, SingularSide side, int axis, int iterations) implements Rule, DerivedRule {

    public SpectralVectorRule {
        new SpectralVectorFill(of, side, axis, iterations, 1);
    }

    /** Whether the shape is right, only what has both parameters can say. */
    @Override
    public Fill resolve(TensorShape shape) {
        return derived(shape.elements());
    }

    @Override
    public SpectralVectorFill derived(long elements) {
        return new SpectralVectorFill(of, side, axis, iterations, elements);
    }

    @Override
    public String title() {
        return "spectral norm's vector";
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
