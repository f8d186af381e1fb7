package org.initweights.internal.rule;

import java.util.Map;
import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.DiracFill;
import org.initweights.internal.fill.EyeFill;
import org.initweights.internal.fill.Rank;

/**
 * Zhao, Schäfer and Anandkumar, 2022: the identity where a layer has no more out than in channels, columns of a Hadamard matrix where it
 * has more; of a convolution, at the centre of its kernel.
 */
public record ZerORule() implements Rule {

    @Override
    public Fill resolve(TensorShape shape) {
        return EachPart.of(shape).resolve(this::resolvePart);
    }

    private Fill resolvePart(TensorShape shape) {
        Rank.check("ZerORank", "zerO", shape, 2, 5, "two to five dimensions, out, in and the kernel's");
        HadamardColumns columns = HadamardColumns.of(shape);
        if (shape.elements() == 0) {
            return new ConstantFill(0);
        }
        if (!columns.isIdentity()) {
            return TableRule.of(columns.expression(), Map.of("scale", columns.scale()))
                    .resolve(shape);
        }
        if (shape.rank() > 2) {
            return new DiracFill(shape, shape.groups());
        }
        return shape.groups() == 1
                ? new EyeFill(shape.size(0), shape.size(1))
                : TableRule.of(columns.diagonal(), Map.of()).resolve(shape);
    }

    @Override
    public String title() {
        return "ZerO";
    }

    @Override
    public String explain(TensorShape shape) {
        return EachPart.of(shape).explain(this::explainPart);
    }

    private String explainPart(TensorShape shape) {
        resolvePart(shape);
        HadamardColumns columns = HadamardColumns.of(shape);
        return columns.isIdentity()
                ? "ZerO, identity of " + columns.columns() + (columns.columns() == 1 ? " channel" : " channels")
                : "ZerO, " + columns.columns() + (columns.columns() == 1 ? " column" : " columns")
                        + " of the Hadamard matrix of " + columns.order() + " rows / √" + columns.order();
    }

    @Override
    public String explain() {
        return "ZerO, identity, or columns of a Hadamard matrix / √rows where there are more out than in channels";
    }
}
