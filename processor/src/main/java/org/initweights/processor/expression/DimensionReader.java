package org.initweights.processor.expression;

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
     * @throws ExpressionException if it is not well formed, or names what the model does not have
     */
    public List<Dimension> read(String dims) throws ExpressionException {
        List<Dimension> dimensions = new ArrayList<>();
        for (Expression expression : ExpressionParser.parseList(Source.ofDimensions(dims))) {
            dimensions.add(dimension(expression));
        }
        return dimensions;
    }

    /** One size, from a place of its own. */
    public Dimension read(Source source) throws ExpressionException {
        return dimension(ExpressionParser.parse(source));
    }

    private Dimension dimension(Expression expression) throws ExpressionException {
        Set<SizeVariable> variables = new LinkedHashSet<>();
        Value value = evaluate(expression, variables);
        return new Dimension(expression.text(), value.known, value.code, value.precedence, List.copyOf(variables));
    }

    private Value evaluate(Expression expression, Set<SizeVariable> variables) throws ExpressionException {
        if (expression instanceof Expression.Whole whole) {
            return Value.of(whole.value());
        }
        if (expression instanceof Expression.Path path) {
            return lookUp(path, variables);
        }
        if (expression instanceof Expression.Negation negation) {
            Value operand = evaluate(negation.operand(), variables);
            return operand.known.isPresent()
                    ? Value.of(-operand.known.getAsLong())
                    : new Value(
                            OptionalLong.empty(),
                            CodeBlock.of("-$L", operand.inside(Precedence.SIGN)),
                            Precedence.SIGN);
        }
        if (expression instanceof Expression.Binary binary) {
            return operate(binary, variables);
        }
        throw new ExpressionException(
                "DimensionSyntax",
                "\"" + expression.text() + "\" in dims is not an integer, nor a method without parameters");
    }

    private Value lookUp(Expression.Path path, Set<SizeVariable> variables) throws ExpressionException {
        Scope.Meaning meaning = scope.lookUp(path.names());
        if (meaning instanceof Scope.Known known) {
            return Value.of(known.value());
        }
        if (meaning instanceof Scope.Size size) {
            variables.addAll(size.dimension().variables());
            return new Value(
                    size.dimension().size(),
                    size.dimension().code(),
                    size.dimension().precedence());
        }
        SizeVariable variable = ((Scope.Variable) meaning).variable();
        variables.add(variable);
        return new Value(OptionalLong.empty(), CodeBlock.of("$L", variable.name()), Precedence.ATOM);
    }

    private Value operate(Expression.Binary binary, Set<SizeVariable> variables) throws ExpressionException {
        Value left = evaluate(binary.left(), variables);
        Value right = evaluate(binary.right(), variables);
        if (binary.operator() == '/' && right.known.isPresent() && right.known.getAsLong() == 0) {
            throw new ExpressionException("DivisionByZero", "\"" + binary.text() + "\" in dims divides by zero");
        }
        if (left.known.isPresent() && right.known.isPresent()) {
            try {
                return Value.of(apply(binary.operator(), left.known.getAsLong(), right.known.getAsLong()));
            } catch (ArithmeticException e) {
                throw new ExpressionException("TooManyElements", "\"" + binary.text() + "\" in dims exceeds a long");
            }
        }
        int precedence = binary.precedence();
        CodeBlock code =
                CodeBlock.of("$L $L $L", left.inside(precedence), binary.operator(), right.inside(precedence + 1));
        return new Value(OptionalLong.empty(), code, precedence);
    }

    private static long apply(char operator, long a, long b) {
        return switch (operator) {
            case '+' -> Math.addExact(a, b);
            case '-' -> Math.subtractExact(a, b);
            case '*' -> Math.multiplyExact(a, b);
            default -> a / b;
        };
    }

    private record Value(OptionalLong known, CodeBlock code, int precedence) {

        static Value of(long value) {
            return new Value(
                    OptionalLong.of(value), Dimension.literal(value), value < 0 ? Precedence.SIGN : Precedence.ATOM);
        }

        CodeBlock inside(int outer) {
            return Precedence.inside(code, precedence, outer);
        }
    }
}
