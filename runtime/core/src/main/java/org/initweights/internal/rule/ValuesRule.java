package org.initweights.internal.rule;

import java.util.List;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.message.Notation;
import org.initweights.internal.values.ValuesFill;

/** Numbers that are given, in row-major order. */
public record ValuesRule(List<Double> values) implements Rule {

    public ValuesRule {
        values = new ValuesFill(values).values();
    }

    @Override
    public Fill resolve(TensorShape shape) {
        if (shape.elements() != values.size()) {
            throw new InitializationException(
                    "ValueCount",
                    "values",
                    null,
                    "needs one number for each element, but " + shape + " has " + Notation.count(shape.elements())
                            + (shape.elements() == 1 ? " element" : " elements") + ", and "
                            + Notation.count(values.size()) + (values.size() == 1 ? " is" : " are") + " given");
        }
        return new ValuesFill(values);
    }

    @Override
    public String title() {
        return "values";
    }

    @Override
    public String explain(TensorShape shape) {
        return explain();
    }

    @Override
    public String explain() {
        return "values, " + Notation.count(values.size()) + " of them";
    }

    /** Not all of them. */
    @Override
    public String toString() {
        return "ValuesRule[" + Notation.count(values.size()) + "]";
    }
}
