package org.initweights.internal.rule;

import java.util.List;
import java.util.Map;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.PartsFill;
import org.initweights.internal.fill.RepeatedFill;
import org.initweights.internal.fill.SlicedFill;
import org.initweights.internal.values.ElementKind;
import org.initweights.internal.values.NamedNumber;
import org.initweights.internal.values.NumberNames;
import org.initweights.internal.values.TransformedFill;

/** A function of what another initializer draws for each element. */
public record TransformedRule(Initializer base, String expression, List<NamedNumber> numbers) implements Rule {

    public TransformedRule {
        numbers = NumberNames.checked(ElementKind.TRANSFORM, expression, numbers);
    }

    /** A function whose names mean these numbers. */
    public static TransformedRule of(Initializer base, String expression, Map<String, ? extends Number> numbers) {
        return new TransformedRule(base, expression, NumberNames.of(numbers));
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return transformed(Resolution.of(base, shape));
    }

    /** Of what is composed, each part is transformed. */
    private Fill transformed(Fill fill) {
        if (fill instanceof PartsFill parts) {
            return new PartsFill(transformed(parts.part()), parts.count(), parts.elementsPerPart());
        }
        if (fill instanceof RepeatedFill repeated) {
            return new RepeatedFill(
                    transformed(repeated.part()), repeated.rows(), repeated.rowElements(), repeated.times());
        }
        if (fill instanceof SlicedFill sliced) {
            return new SlicedFill(
                    transformed(sliced.base()),
                    sliced.ranges().stream()
                            .map(range -> range.with(transformed(range.fill())))
                            .toList(),
                    sliced.elements());
        }
        TransformedFill transformed = new TransformedFill(fill, expression, numbers);
        return fill instanceof ConstantFill constant
                ? new ConstantFill(transformed.program().at(constant.value()))
                : transformed;
    }

    @Override
    public String title() {
        return (base instanceof Rule rule ? rule.title() : base.getClass().getSimpleName()) + ", transformed";
    }

    @Override
    public String explain(TensorShape shape) {
        return written() + ", x by "
                + (base instanceof Rule rule
                        ? rule.explain(shape)
                        : Resolution.of(base, shape).toString());
    }

    @Override
    public String explain() {
        return written() + ", x by "
                + (base instanceof Rule rule ? rule.explain() : base.getClass().getSimpleName());
    }

    private String written() {
        return NumberNames.written(expression, numbers);
    }
}
