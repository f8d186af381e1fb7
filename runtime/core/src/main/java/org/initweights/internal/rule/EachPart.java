package org.initweights.internal.rule;

import java.util.function.Function;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.PartsFill;

/**
 * How a rule that gives a matrix a structure sees a stacked or packed parameter: one weight at a time.
 *
 * @param part the shape of one weight
 * @param count how many there are, one after the other in memory
 */
record EachPart(TensorShape part, long count) {

    /**
     * The weights in a parameter of this shape.
     *
     * @throws InitializationException if the weights are packed along an axis that is not outermost, so that they interleave
     */
    static EachPart of(TensorShape shape) {
        TensorShape weight = shape.unstacked();
        long count = weight.elements() == 0 ? 1 : shape.elements() / weight.elements();
        if (weight.packed() == 1) {
            return new EachPart(weight, count);
        }
        if (weight.rank() >= 2 && weight.layout().outAxis(weight.rank()) != 0) {
            throw new InitializationException(
                    "PackedAxis",
                    "shape " + shape,
                    null,
                    "needs weights that are packed along the first axis, but layout " + weight.layout()
                            + " has the out channels elsewhere; use one parameter each");
        }
        long[] dims = weight.dims();
        dims[0] /= weight.packed();
        TensorShape part = TensorShape.of(dims).withLayout(weight.layout()).withGroups(weight.groups());
        return new EachPart(part, count * weight.packed());
    }

    /** What {@code rule} writes to each weight. */
    Fill resolve(Function<TensorShape, Fill> rule) {
        Fill fill = rule.apply(part);
        return count == 1 || fill instanceof ConstantFill ? fill : new PartsFill(fill, count, part.elements());
    }

    /** The derivation of a single weight, and how many weights there are. */
    String explain(Function<TensorShape, String> rule) {
        return rule.apply(part) + (count == 1 ? "" : ", each of " + count);
    }
}
