package org.initweights.rule;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.fill.ConstantFill;
import org.initweights.fill.DeltaOrthogonalFill;
import org.initweights.fill.Notation;

/** Xiao and others, 2018, as {@code jax.nn.initializers.delta_orthogonal}. */
public record DeltaOrthogonal(double gain) implements Rule {

    public DeltaOrthogonal {
        Argument.finite("deltaOrthogonal", "gain", gain);
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return EachPart.of(shape).resolve(this::resolvePart);
    }

    private Fill resolvePart(TensorShape shape) {
        Rank.check("DeltaOrthogonalRank", "deltaOrthogonal", shape, 3, 5, "three, four or five dimensions");
        long in = shape.size(shape.layout().inAxis(shape.rank()));
        long out = shape.size(shape.layout().outAxis(shape.rank()));
        if (in > out) {
            throw new InitializationException(
                    "DeltaOrthogonalChannels",
                    "deltaOrthogonal",
                    null,
                    "needs no more in than out channels, but " + shape + " has " + in + " in and " + out + " out");
        }
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
