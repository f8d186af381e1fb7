package org.initweights.processor.expression;

import java.util.List;
import java.util.OptionalDouble;
import org.initweights.internal.expression.Operator;

/**
 * A number in a formula.
 *
 * @param text as the user wrote it, if that is how it is computed
 * @param term what computes it
 */
public record Quantity(String text, Term term) {

    /** A number that is known. */
    public static Quantity of(double value) {
        return new Quantity(Double.toString(value), new Term.Real(value));
    }

    /** A number of the model. */
    public static Quantity of(SizeVariable variable) {
        return new Quantity(variable.written(), new Term.Variable(variable));
    }

    /** A number of each shape. */
    public static Quantity of(ShapeProperty property) {
        return new Quantity("", new Term.OfShape(property));
    }

    /** A size, known or not. */
    public static Quantity of(Dimension dimension) {
        return dimension.size().isPresent()
                ? of((double) dimension.size().getAsLong())
                : new Quantity(dimension.text(), new Term.Size(dimension));
    }

    /** A product. */
    public static Quantity product(List<Quantity> factors) {
        return factors.stream().reduce(Quantity::times).orElse(of(1));
    }

    private Quantity times(Quantity other) {
        return new Quantity("", FormulaReader.operate(Operator.TIMES, term, other.term));
    }

    /** A quotient. */
    public Quantity dividedBy(Quantity other) {
        return new Quantity("", FormulaReader.operate(Operator.DIVIDED_BY, term, other.term));
    }

    /** Its value, if that is known while the model compiles. */
    public OptionalDouble known() {
        return term instanceof Term.Real real ? OptionalDouble.of(real.value()) : OptionalDouble.empty();
    }

    /** The numbers of the model that it depends on. */
    public List<SizeVariable> variables() {
        return term.variables();
    }
}
