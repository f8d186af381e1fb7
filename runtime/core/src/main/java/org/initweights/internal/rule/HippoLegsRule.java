package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.HippoLegsFill;
import org.initweights.internal.fill.Rank;

/** Gu, Dao, Ermon, Rudra and Ré, 2020, with the sign of S4. */
public record HippoLegsRule() implements Rule {

    @Override
    public Fill resolve(TensorShape shape) {
        return EachPart.of(shape).resolve(this::resolvePart);
    }

    private Fill resolvePart(TensorShape shape) {
        Rank.check("HippoRank", "hippoLegs", shape, 2, 2, "two dimensions");
        if (shape.elements() == 0) {
            return new ConstantFill(0);
        }
        if (shape.size(0) != shape.size(1)) {
            throw new InitializationException(
                    "HippoSquare",
                    "hippoLegs",
                    null,
                    "needs as many rows as columns, but " + shape + " has " + shape.size(0) + " rows and "
                            + shape.size(1) + " columns");
        }
        return new HippoLegsFill(shape.size(0));
    }

    @Override
    public String title() {
        return "HiPPO-LegS";
    }

    @Override
    public String explain(TensorShape shape) {
        return EachPart.of(shape).explain(this::explainPart);
    }

    private String explainPart(TensorShape shape) {
        return resolvePart(shape) instanceof HippoLegsFill fill ? "HiPPO-LegS of order " + fill.size() : explain();
    }

    @Override
    public String explain() {
        return "HiPPO-LegS";
    }
}
