package org.initweights.rule;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.fill.ConstantFill;
import org.initweights.fill.InverseSoftplusFill;
import org.initweights.fill.Notation;

/** Gu and Dao, 2023: the bias of the step in Mamba, which softplus maps to a log-uniform step. */
public record InverseSoftplusLogUniform(double low, double high, double floor) implements Rule {

    private static final String NAME = "inverseSoftplusLogUniform";

    public InverseSoftplusLogUniform {
        Argument.positive(NAME, "low", low);
        Argument.positive(NAME, "high", high);
        Argument.positive(NAME, "floor", floor);
        if (low > high) {
            throw new InitializationException(
                    "EmptyInterval",
                    NAME + "(low = " + Notation.number(low) + ", high = " + Notation.number(high) + ")",
                    "low",
                    "has no values: low must not be more than high");
        }
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return shape.elements() == 0 ? new ConstantFill(0) : new InverseSoftplusFill(low, high, floor);
    }

    @Override
    public String title() {
        return "inverse softplus";
    }

    @Override
    public String explain(TensorShape shape) {
        return explain();
    }

    @Override
    public String explain() {
        return "inverse softplus, " + new InverseSoftplusFill(low, high, floor);
    }
}
