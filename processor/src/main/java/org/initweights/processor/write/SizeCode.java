package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.SizeVariable;
import org.initweights.processor.model.AxisRoles;
import org.initweights.processor.model.ShapeSpec;

/**
 * Sizes and shapes as Java; what cannot be computed is reported with the names of what it is for.
 *
 * @param name what the sizes are for
 */
record SizeCode(String name, Locals locals) {

    /** The expression that makes a shape. */
    CodeBlock shape(ShapeSpec shape) {
        CodeBlock sizes = shape.dimensions().stream().map(this::size).collect(CodeBlock.joining(", "));
        return CodeBlock.builder()
                .add("$T.of($L)", TensorShape.class, sizes)
                .add(roles(shape.roles()))
                .build();
    }

    /** The calls that give a shape its roles. */
    private static CodeBlock roles(AxisRoles roles) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (roles.stacked() != 0) {
            code.add(".withStacked($L)", roles.stacked());
        }
        if (roles.layout() != Layout.OUT_IN_SPATIAL) {
            code.add(".withLayout($L)", Literals.of(roles.layout()));
        }
        if (roles.groups() != 1) {
            code.add(".withGroups($L)", roles.groups());
        }
        if (roles.packed() != 1) {
            code.add(".withPacked($L)", roles.packed());
        }
        return code.build();
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

    private CodeBlock values(List<SizeVariable> variables) {
        return variables.stream()
                .map(variable -> CodeBlock.of(",$W$L, $L", Literals.of(variable.written()), locals.of(variable)))
                .collect(CodeBlock.joining(""));
    }
}
