package org.initweights.processor.expression;

import java.util.ArrayList;
import java.util.List;
import org.initweights.internal.expression.Operator;

/** Gives a formula its meaning in a scope, and computes what can be computed now. All arithmetic is in {@code double}. */
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
        Expression expression = ExpressionReader.read(source);
        return new Quantity(expression.text(), evaluateIn(source, expression));
    }

    private Term evaluateIn(Source source, Expression expression) throws ExpressionException {
        try {
            return finite(expression);
        } catch (ExpressionException e) {
            throw e.within(source.text());
        }
    }

    private Term lookUp(Expression.Path path) throws ExpressionException {
        try {
            return scope.lookUp(path.names()).term();
        } catch (ExpressionException e) {
            throw e.about(path.text());
        }
    }

    /** The value of a part: one that divides by zero is a mistake, even if the whole is finite, as {@code pow(2, -1 / 0)} is. */
    private Term finite(Expression part) throws ExpressionException {
        Term term = evaluate(part);
        if (term instanceof Term.Real real && !Double.isFinite(real.value())) {
            throw new ExpressionException("FormulaValue", "\"" + part.text() + "\" is " + real.value());
        }
        return term;
    }

    private Term evaluate(Expression expression) throws ExpressionException {
        if (expression instanceof Expression.Whole whole) {
            return new Term.Real((double) whole.value());
        }
        if (expression instanceof Expression.Decimal decimal) {
            return new Term.Real(decimal.value());
        }
        if (expression instanceof Expression.Path path) {
            return lookUp(path);
        }
        if (expression instanceof Expression.Negation negation) {
            return negate(finite(negation.operand()));
        }
        if (expression instanceof Expression.Call call) {
            return call(Function.named(call), operands(call.arguments()));
        }
        Expression.Binary binary = (Expression.Binary) expression;
        return operate(Operator.of(binary.operator()), finite(binary.left()), finite(binary.right()));
    }

    private List<Term> operands(List<Expression> expressions) throws ExpressionException {
        List<Term> operands = new ArrayList<>();
        for (Expression expression : expressions) {
            operands.add(finite(expression));
        }
        return operands;
    }

    private static Term negate(Term operand) {
        return operand instanceof Term.Real real ? new Term.Real(-real.value()) : new Term.Negation(operand);
    }

    private static Term call(Function function, List<Term> operands) {
        if (operands.stream().allMatch(Term.Real.class::isInstance)) {
            return new Term.Real(function.apply(operands.stream()
                    .mapToDouble(operand -> ((Term.Real) operand).value())
                    .toArray()));
        }
        return new Term.Call(function, operands);
    }

    static Term operate(Operator operator, Term left, Term right) {
        return left instanceof Term.Real a && right instanceof Term.Real b
                ? new Term.Real(operator.apply(a.value(), b.value()))
                : new Term.Binary(operator, left, right);
    }
}
