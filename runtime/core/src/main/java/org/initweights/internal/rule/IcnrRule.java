package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.Rank;
import org.initweights.internal.fill.RepeatedFill;

/** Aitken and others, 2017: a sub-pixel convolution that starts as a convolution resized by nearest neighbour. */
public record IcnrRule(int scale, Initializer rule) implements Rule {

    public IcnrRule {
        if (scale < 1) {
            throw new InitializationException("IcnrScale", call(scale), "scale", "needs a scale of 1 or more");
        }
    }

    private static String call(int scale) {
        return "icnr(scale = " + scale + ")";
    }

    /** How many out channels become one channel of the picture. */
    private long subPixels() {
        return (long) scale * scale;
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return EachPart.of(shape).resolve(this::resolvePart);
    }

    private Fill resolvePart(TensorShape shape) {
        Rank.check(
                "IcnrRank",
                call(scale),
                shape,
                3,
                Integer.MAX_VALUE,
                "three dimensions or more, out, in and the kernel's");
        if (shape.elements() == 0) {
            return new ConstantFill(0);
        }
        TensorShape base = base(shape);
        long filters = base.size(0);
        return new RepeatedFill(Resolution.of(rule, base), filters, base.elements() / filters, subPixels());
    }

    /** The convolution before the resize. */
    private TensorShape base(TensorShape shape) {
        if (shape.layout() != Layout.OUT_IN_SPATIAL) {
            throw new InitializationException(
                    "IcnrLayout",
                    call(scale),
                    null,
                    "needs the layout OUT_IN_SPATIAL, but " + shape + " has " + shape.layout());
        }
        long perGroup = shape.size(0) / shape.groups();
        if (perGroup % subPixels() != 0) {
            throw new InitializationException(
                    "IcnrChannels",
                    call(scale),
                    "scale",
                    "needs the out channels " + (shape.groups() == 1 ? "" : "of each group ")
                            + "to be a multiple of scale² = " + subPixels() + ", but " + shape + " has " + perGroup);
        }
        long[] dims = shape.dims();
        dims[0] /= subPixels();
        return TensorShape.of(dims).withGroups(shape.groups());
    }

    @Override
    public String title() {
        return "ICNR";
    }

    @Override
    public String explain(TensorShape shape) {
        return EachPart.of(shape).explain(this::explainPart);
    }

    private String explainPart(TensorShape shape) {
        if (!(resolvePart(shape) instanceof RepeatedFill fill)) {
            return explain();
        }
        String part = rule instanceof Rule known
                ? known.explain(base(shape))
                : fill.part().toString();
        return "ICNR, each of " + fill.rows() + (fill.rows() == 1 ? " filter " : " filters ") + times() + ": " + part;
    }

    @Override
    public String explain() {
        return "ICNR, each filter " + times() + (rule instanceof Rule known ? ": " + known.explain() : "");
    }

    private String times() {
        return subPixels() == 1 ? "once" : subPixels() + " times";
    }
}
