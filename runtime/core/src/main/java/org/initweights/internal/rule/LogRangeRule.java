package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.LogRangeFill;
import org.initweights.internal.fill.Rank;

/** Gu and Dao, 2023: the logarithm of -A in Mamba, with the A of S4D-Real. */
public record LogRangeRule() implements Rule {

    @Override
    public Fill resolve(TensorShape shape) {
        Rank.check("LogRangeRank", "logRange", shape, 1, Integer.MAX_VALUE, "at least one dimension");
        return shape.elements() == 0 ? new ConstantFill(0) : new LogRangeFill(shape.size(shape.rank() - 1));
    }

    @Override
    public String title() {
        return "log range";
    }

    @Override
    public String explain(TensorShape shape) {
        return resolve(shape) instanceof LogRangeFill fill ? "log range, " + fill + " along the last axis" : explain();
    }

    @Override
    public String explain() {
        return "log range, log(n + 1) along the last axis";
    }
}
