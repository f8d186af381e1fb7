package org.initweights.processor.dimension;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Gives the expressions of {@code dims} their meaning in a model, and computes what can be computed now. */
public final class DimensionReader {

    private final Scope scope;

    public DimensionReader(Scope scope) {
        this.scope = scope;
    }

    /**
     * The dimensions that {@code dims} says.
     *
     * @throws DimensionException if it is not well formed, or names what the model does not have
     */
    public List<Dimension> read(String dims) throws DimensionException {
        List<Dimension> dimensions = new ArrayList<>();
        for (Expression expression : DimensionParser.parse(dims)) {
            dimensions.add(dimension(expression));
        }
        return dimensions;
    }

    private Dimension dimension(Expression expression) throws DimensionException {
        Set<SizeVariable> variables = new LinkedHashSet<>();
        Value value = evaluate(expression, variables);
        return new Dimension(text(expression), value.known, value.code, List.copyOf(variables));
    }

    private Value evaluate(Expression expression, Set<SizeVariable> variables) throws DimensionException {
        if (expression instanceof Expression.Literal literal) {
            return Value.of(literal.value());
        }
        if (expression instanceof Expression.Path path) {
            return lookUp(path, variables);
        }
        if (expression instanceof Expression.Negation negation) {
            Value operand = evaluate(negation.operand(), variables);
            return operand.known.isPresent()
                    ? Value.of(-operand.known.getAsLong())
                    : new Value(OptionalLong.empty(), CodeBlock.of("-$L", operand.inside(3)), 3);
        }
        return operate((Expression.Binary) expression, variables);
    }

    private Value lookUp(Expression.Path path, Set<SizeVariable> variables) throws DimensionException {
        Scope.Meaning meaning = scope.lookUp(
                path.segments().stream().map(Expression.Segment::toString).toList());
        if (meaning instanceof Scope.Known known) {
            return Value.of(known.value());
        }
        SizeVariable variable = ((Scope.Variable) meaning).variable();
        variables.add(variable);
        return new Value(OptionalLong.empty(), CodeBlock.of("$L", variable.name()), 4);
    }

    private Value operate(Expression.Binary binary, Set<SizeVariable> variables) throws DimensionException {
        Value left = evaluate(binary.left(), variables);
        Value right = evaluate(binary.right(), variables);
        if (binary.operator() == '/' && right.known.isPresent() && right.known.getAsLong() == 0) {
            throw new DimensionException("DivisionByZero", "\"" + text(binary) + "\" in dims divides by zero");
        }
        if (left.known.isPresent() && right.known.isPresent()) {
            try {
                return Value.of(binary.apply(left.known.getAsLong(), right.known.getAsLong()));
            } catch (ArithmeticException e) {
                throw new DimensionException("TooManyElements", "\"" + text(binary) + "\" in dims exceeds a long");
            }
        }
        int precedence = binary.precedence();
        CodeBlock code =
                CodeBlock.of("$L $L $L", left.inside(precedence), binary.operator(), right.inside(precedence + 1));
        return new Value(OptionalLong.empty(), code, precedence);
    }

    /** The expression with one space around each operator and no parentheses but those it needs. */
    private static String text(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return Long.toString(literal.value());
        }
        if (expression instanceof Expression.Path path) {
            return String.join(
                    ".",
                    path.segments().stream().map(Expression.Segment::toString).toList());
        }
        if (expression instanceof Expression.Negation negation) {
            return "-" + text(negation.operand(), 3);
        }
        Expression.Binary binary = (Expression.Binary) expression;
        int precedence = binary.precedence();
        return text(binary.left(), precedence) + " " + binary.operator() + " " + text(binary.right(), precedence + 1);
    }

    private static String text(Expression part, int precedence) {
        return part.precedence() < precedence ? "(" + text(part) + ")" : text(part);
    }

    private record Value(OptionalLong known, CodeBlock code, int precedence) {

        static Value of(long value) {
            return new Value(OptionalLong.of(value), Dimension.literal(value), value < 0 ? 3 : 4);
        }

        CodeBlock inside(int outer) {
            return precedence < outer ? CodeBlock.of("($L)", code) : code;
        }
    }
}
