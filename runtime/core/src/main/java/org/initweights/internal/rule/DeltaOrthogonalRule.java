package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.Argument;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.DeltaOrthogonalFill;
import org.initweights.internal.message.Notation;

/** Xiao and others, 2018, as {@code jax.nn.initializers.delta_orthogonal}. */
public record DeltaOrthogonalRule(double gain) implements Rule {

    public DeltaOrthogonalRule {
        Argument.finite("deltaOrthogonal", "gain", gain);
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return EachPart.of(shape).resolve(this::resolvePart);
    }

    private Fill resolvePart(TensorShape shape) {
        DeltaOrthogonalFill.checkShape(shape);
        return shape.elements() == 0 ? new ConstantFill(0) : new DeltaOrthogonalFill(shape, gain);
    }

    @Override
    public String title() {
        return "delta-orthogonal";
    }

    @Override
    public String explain(TensorShape shape) {
        return EachPart.of(shape).explain(part -> explain());
    }

    @Override
    public String explain() {
        return "delta-orthogonal" + (gain == 1 ? "" : ", gain " + Notation.factor(gain))
                + ", at the centre of the kernel";
    }
}
