package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.EyeFill;
import org.initweights.internal.fill.Rank;

/** The identity matrix, as {@code torch.nn.init.eye_}. */
public record EyeRule() implements Rule {

    @Override
    public Fill resolve(TensorShape shape) {
        return EachPart.of(shape).resolve(this::resolvePart);
    }

    private Fill resolvePart(TensorShape shape) {
        Rank.check("EyeRank", "eye", shape, 2, 2, "two dimensions");
        return new EyeFill(shape.size(0), shape.size(1));
    }

    @Override
    public String title() {
        return "identity";
    }

    @Override
    public String explain(TensorShape shape) {
        return EachPart.of(shape).explain(part -> explain());
    }

    @Override
    public String explain() {
        return "identity, ones on the diagonal";
    }
}
