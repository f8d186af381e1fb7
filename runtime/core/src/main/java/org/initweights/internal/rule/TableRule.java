package org.initweights.internal.rule;

import java.util.List;
import java.util.Map;
import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.message.Notation;
import org.initweights.internal.values.ElementKind;
import org.initweights.internal.values.NamedNumber;
import org.initweights.internal.values.NumberNames;
import org.initweights.internal.values.TableFill;

/** Each element by an expression of its indices. */
public record TableRule(String expression, List<NamedNumber> numbers) implements Rule {

    public TableRule {
        numbers = NumberNames.checked(ElementKind.TABLE, expression, numbers);
    }

    /** A table whose names mean these numbers. */
    public static TableRule of(String expression, Map<String, ? extends Number> numbers) {
        return new TableRule(expression, NumberNames.of(numbers));
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return new TableFill(expression, numbers, shape);
    }

    @Override
    public String title() {
        return "table";
    }

    @Override
    public String explain(TensorShape shape) {
        TableFill fill = new TableFill(expression, numbers, shape);
        double lower = fill.lower();
        return Double.isInfinite(lower) || shape.elements() == 0
                ? explain()
                : explain() + " → " + Notation.number(lower) + " … " + Notation.number(fill.upper());
    }

    @Override
    public String explain() {
        return "table, " + NumberNames.written(expression, numbers);
    }
}
