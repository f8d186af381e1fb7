package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.initweights.Axes;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.axis.AxisRoles;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.SizeVariable;
import org.initweights.processor.expression.Term;
import org.initweights.processor.model.ShapeSpec;

/**
 * Sizes and shapes as Java; what cannot be computed is reported with the names of what it is for.
 *
 * @param name what the sizes are for
 */
record SizeCode(String name, Locals locals) {

    private static final OptionalLong ONE = OptionalLong.of(1);

    /** The expression that makes a shape. */
    CodeBlock shape(ShapeSpec shape) {
        CodeBlock code = code(shape);
        // What is known was checked while the model compiled; the rest is refused by the parameter's name.
        return shape.roles().isKnown()
                ? code
                : CodeBlock.of("$L.shape($L,$W() -> $L)", locals.parameters(), Literals.of(name), code);
    }

    private CodeBlock code(ShapeSpec shape) {
        CodeBlock sizes = shape.dimensions().stream().map(this::size).collect(CodeBlock.joining(", "));
        boolean isKnown = shape.dimensions().stream()
                .allMatch(dimension -> dimension.size().isPresent());
        return CodeBlock.builder()
                .add(isKnown ? CodeBlock.of("$T.of($L)", TensorShape.class, sizes) : dims(shape, sizes))
                .add(roles(shape.roles().given()))
                .build();
    }

    /** A size that was never set is refused, under the name that the user gave it. */
    private CodeBlock dims(ShapeSpec shape, CodeBlock sizes) {
        String text = shape.dimensions().stream().map(Dimension::text).collect(Collectors.joining(", "));
        return CodeBlock.of("$L.dims($L, $L,$W$L)", locals.parameters(), Literals.of(name), Literals.of(text), sizes);
    }

    /** The calls that give a shape its roles. */
    private CodeBlock roles(AxisRoles<Dimension> roles) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (roles.axes().isPresent()) {
            Axes axes = roles.axes().get();
            return CodeBlock.of(
                    ".withAxes($L)",
                    axes.batchAxes().isEmpty()
                            ? CodeBlock.of("$T.of($L, $L)", Axes.class, list(axes.inAxes()), list(axes.outAxes()))
                            : CodeBlock.of(
                                    "new $T($L, $L, $L)",
                                    Axes.class,
                                    list(axes.inAxes()),
                                    list(axes.outAxes()),
                                    list(axes.batchAxes())));
        }
        if (roles.stacked() != 0) {
            code.add(".withStacked($L)", roles.stacked());
        }
        if (roles.layout() != Layout.OUT_IN_SPATIAL) {
            code.add(".withLayout($L)", Literals.of(roles.layout()));
        }
        if (!roles.groups().size().equals(ONE)) {
            code.add(".withGroups($L)", size(roles.groups()));
        }
        if (!roles.packed().size().equals(ONE)) {
            code.add(".withPacked($L)", size(roles.packed()));
        }
        return code.build();
    }

    private static CodeBlock list(List<Integer> axes) {
        return CodeBlock.of(
                "$T.of($L)",
                List.class,
                axes.stream().map(axis -> CodeBlock.of("$L", axis)).collect(CodeBlock.joining(", ")));
    }

    /** The expression of a size: a number, or a variable. */
    CodeBlock size(Dimension dimension) {
        return dimension.term().operands().isEmpty()
                ? TermCode.exact(dimension.term(), locals).code()
                : CodeBlock.of("$L", locals.of(dimension, name));
    }

    /**
     * The expression that computes a number of a formula.
     *
     * @param argument what the formula is for
     * @param shape the variable that holds the shape it looks at
     */
    CodeBlock number(String argument, Quantity quantity, String shape) {
        CodeBlock code = TermCode.real(quantity.term(), locals, name, shape).code();
        // A whole number is finite, and so is one that is known.
        if (quantity.term().operands().isEmpty()
                && (quantity.term().isWhole() || quantity.known().isPresent())) {
            return code;
        }
        return CodeBlock.of(
                "$L.number($L,$W$L,$W$L$L)",
                locals.parameters(),
                Literals.of(name),
                Literals.of(argument + " = " + quantity.text()),
                code,
                values(quantity.variables()));
    }

    /**
     * The expression of a number that another expression has a name for. Where it is a number of the model as it is, whoever takes it looks
     * whether it is finite.
     */
    CodeBlock named(String argument, Quantity quantity, String shape) {
        return quantity.term() instanceof Term.Variable || quantity.term().isWhole()
                ? TermCode.real(quantity.term(), locals, name, shape).code()
                : number(argument, quantity, shape);
    }

    private CodeBlock values(List<SizeVariable> variables) {
        return variables.stream()
                .map(variable -> CodeBlock.of(",$W$L, $L", Literals.of(variable.written()), locals.of(variable)))
                .collect(CodeBlock.joining(""));
    }
}
