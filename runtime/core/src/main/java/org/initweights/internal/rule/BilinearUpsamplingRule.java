package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.BilinearFill;
import org.initweights.internal.fill.ConstantFill;

/** Long, Shelhamer and Darrell, 2015: a transposed convolution that starts as bilinear interpolation. */
public record BilinearUpsamplingRule() implements Rule {

    @Override
    public Fill resolve(TensorShape shape) {
        return EachPart.of(shape).resolve(this::resolvePart);
    }

    private Fill resolvePart(TensorShape shape) {
        BilinearFill.checkRank(shape);
        return shape.elements() == 0 ? new ConstantFill(0) : new BilinearFill(shape);
    }

    @Override
    public String title() {
        return "bilinear upsampling";
    }

    @Override
    public String explain(TensorShape shape) {
        return EachPart.of(shape).explain(this::explainPart);
    }

    private String explainPart(TensorShape shape) {
        return resolvePart(shape) instanceof BilinearFill fill
                ? explain() + " by " + fill.vertical().factor() + " × "
                        + fill.horizontal().factor()
                : explain();
    }

    @Override
    public String explain() {
        return "bilinear upsampling";
    }
}
