package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.Argument;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.Rank;
import org.initweights.internal.fill.SparseFill;
import org.initweights.internal.message.Notation;

/** Martens, 2010, as {@code torch.nn.init.sparse_}. */
public record SparseRule(double sparsity, double std) implements Rule {

    public SparseRule {
        Argument.fraction("sparse", "sparsity", sparsity);
        NormalFill.check("sparse", 0, std);
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return EachPart.of(shape).resolve(this::resolvePart);
    }

    private Fill resolvePart(TensorShape shape) {
        Rank.check("SparseRank", "sparse", shape, 2, 2, "two dimensions");
        if (shape.elements() == 0) {
            return new ConstantFill(0);
        }
        long rows = shape.size(0);
        return new SparseFill(rows, shape.size(1), (long) Math.ceil(sparsity * rows), std);
    }

    @Override
    public String title() {
        return "sparse";
    }

    @Override
    public String explain(TensorShape shape) {
        return EachPart.of(shape).explain(this::explainPart);
    }

    private String explainPart(TensorShape shape) {
        return resolvePart(shape) instanceof SparseFill fill
                ? explain() + " (" + fill.zerosPerColumn() + " of " + fill.rows() + ")"
                : explain();
    }

    @Override
    public String explain() {
        return "sparse, std " + Notation.number(std) + ", " + Notation.number(100 * sparsity)
                + "% zeros in each column";
    }
}
