package org.initweights.processor.expression;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Gives a formula its meaning in a scope, and computes it if everything in it is known. All arithmetic is in {@code double}. */
public final class FormulaReader {

    private final FormulaScope scope;

    public FormulaReader(FormulaScope scope) {
        this.scope = scope;
    }

    /**
     * The number that a formula says.
     *
     * @throws ExpressionException if it is not well formed, names what there is not, or is no finite number
     */
    public Quantity read(Source source) throws ExpressionException {
        Expression expression = ExpressionParser.parse(source);
        Quantity quantity = evaluate(expression);
        if (quantity.known().isPresent() && !Double.isFinite(quantity.known().getAsDouble())) {
            throw new ExpressionException(
                    "FormulaValue",
                    "\"" + expression.text() + "\" is " + quantity.known().getAsDouble());
        }
        return quantity;
    }

    private Quantity evaluate(Expression expression) throws ExpressionException {
        if (expression instanceof Expression.Whole whole) {
            return Quantity.of((double) whole.value());
        }
        if (expression instanceof Expression.Decimal decimal) {
            return Quantity.of(decimal.value());
        }
        if (expression instanceof Expression.Path path) {
            return scope.lookUp(path.names());
        }
        if (expression instanceof Expression.Negation negation) {
            return negate(evaluate(negation.operand()));
        }
        if (expression instanceof Expression.Call call) {
            return call(Function.named(call), operands(call.arguments()));
        }
        Expression.Binary binary = (Expression.Binary) expression;
        return operate(binary.operator(), evaluate(binary.left()), evaluate(binary.right()));
    }

    private List<Quantity> operands(List<Expression> expressions) throws ExpressionException {
        List<Quantity> operands = new ArrayList<>();
        for (Expression expression : expressions) {
            operands.add(evaluate(expression));
        }
        return operands;
    }

    private static Quantity negate(Quantity operand) {
        return operand.known().isPresent()
                ? Quantity.of(-operand.known().getAsDouble())
                : new Quantity(
                        OptionalDouble.empty(),
                        CodeBlock.of("-$L", operand.inside(Precedence.SIGN)),
                        Precedence.SIGN,
                        operand.whole(),
                        operand.variables());
    }

    private static Quantity call(Function function, List<Quantity> operands) {
        List<SizeVariable> variables = Quantity.variables(operands);
        if (operands.stream().allMatch(operand -> operand.known().isPresent())) {
            return Quantity.of(function.apply(operands.stream()
                    .mapToDouble(operand -> operand.known().getAsDouble())
                    .toArray()));
        }
        CodeBlock code = function.code(operands.stream().map(Quantity::code).toList());
        return new Quantity(OptionalDouble.empty(), code, Precedence.ATOM, false, variables);
    }

    static Quantity operate(char operator, Quantity left, Quantity right) {
        if (left.known().isPresent() && right.known().isPresent()) {
            return Quantity.of(
                    apply(operator, left.known().getAsDouble(), right.known().getAsDouble()));
        }
        int precedence = operator == '*' || operator == '/' ? Precedence.PRODUCT : Precedence.SUM;
        boolean whole = left.whole() && right.whole();
        CodeBlock dividend = operator == '/' && whole ? real(left) : left.inside(precedence);
        CodeBlock code = CodeBlock.of("$L $L $L", dividend, operator, right.inside(precedence + 1));
        return new Quantity(
                OptionalDouble.empty(),
                code,
                precedence,
                whole && operator != '/',
                Quantity.variables(List.of(left, right)));
    }

    /** A whole number as a {@code double}: Java would cut off the fraction of a quotient of integers. */
    private static CodeBlock real(Quantity whole) {
        return whole.known().isPresent()
                ? CodeBlock.of("$L", whole.known().getAsDouble())
                : CodeBlock.of("(double) $L", whole.inside(Precedence.SIGN));
    }

    private static double apply(char operator, double a, double b) {
        return switch (operator) {
            case '+' -> a + b;
            case '-' -> a - b;
            case '*' -> a * b;
            default -> a / b;
        };
    }
}
