package org.initweights.processor.expression;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A number in a formula.
 *
 * @param known its value, if that is known while the model compiles
 * @param code the expression that computes it over {@code variables}
 * @param precedence how tightly that expression binds
 * @param whole whether the expression is of type {@code int} or {@code long}
 * @param variables the sizes of the model that it depends on
 */
public record Quantity(
        OptionalDouble known, CodeBlock code, int precedence, boolean whole, List<SizeVariable> variables) {

    /** A number that is known. */
    public static Quantity of(double value) {
        return new Quantity(
                OptionalDouble.of(value),
                Literals.of(value),
                value < 0 ? Precedence.SIGN : Precedence.ATOM,
                value == (long) value,
                List.of());
    }

    /** A number of the model. */
    public static Quantity of(SizeVariable variable) {
        return new Quantity(
                OptionalDouble.empty(),
                CodeBlock.of("$L", variable.name()),
                Precedence.ATOM,
                variable.type().equals(TypeName.LONG),
                List.of(variable));
    }

    /** A whole number that generated code gets from elsewhere than the model. */
    public static Quantity ofWhole(CodeBlock code) {
        return new Quantity(OptionalDouble.empty(), code, Precedence.ATOM, true, List.of());
    }

    /** A product. */
    public static Quantity product(List<Quantity> factors) {
        return factors.stream().reduce(Quantity::times).orElse(of(1));
    }

    private Quantity times(Quantity other) {
        return FormulaReader.operate('*', this, other);
    }

    /** A quotient. */
    public Quantity dividedBy(Quantity other) {
        return FormulaReader.operate('/', this, other);
    }

    /** A size, known or not. */
    public static Quantity of(Dimension dimension) {
        return dimension.size().isPresent()
                ? of((double) dimension.size().getAsLong())
                : new Quantity(
                        OptionalDouble.empty(), dimension.code(), dimension.precedence(), true, dimension.variables());
    }

    CodeBlock inside(int outer) {
        return Precedence.inside(code, precedence, outer);
    }

    /** The variables of several quantities, each once. */
    static List<SizeVariable> variables(Iterable<Quantity> quantities) {
        Set<SizeVariable> variables = new LinkedHashSet<>();
        quantities.forEach(quantity -> variables.addAll(quantity.variables));
        return List.copyOf(variables);
    }
}
