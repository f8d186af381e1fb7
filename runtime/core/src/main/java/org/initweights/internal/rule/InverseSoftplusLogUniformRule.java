package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.InverseSoftplusFill;

/** Gu and Dao, 2023: the bias of the step in Mamba, which softplus maps to a log-uniform step. */
public record InverseSoftplusLogUniformRule(double low, double high, double floor) implements Rule {

    public InverseSoftplusLogUniformRule {
        InverseSoftplusFill.check(low, high, floor);
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
