package org.initweights.processor.expression;

import java.util.ArrayList;
import java.util.List;

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
        return new Dimension(expression.text(), evaluate(expression));
    }

    private Term evaluate(Expression expression) throws ExpressionException {
        if (expression instanceof Expression.Whole whole) {
            return new Term.Whole(whole.value());
        }
        if (expression instanceof Expression.Path path) {
            return lookUp(path);
        }
        if (expression instanceof Expression.Negation negation) {
            Term operand = evaluate(negation.operand());
            return operand instanceof Term.Whole whole ? new Term.Whole(-whole.value()) : new Term.Negation(operand);
        }
        if (expression instanceof Expression.Binary binary) {
            return operate(binary);
        }
        throw new ExpressionException(
                "DimensionSyntax",
                "\"" + expression.text() + "\" in dims is not an integer, nor a method without parameters");
    }

    private Term lookUp(Expression.Path path) throws ExpressionException {
        Scope.Meaning meaning = scope.lookUp(path.names());
        if (meaning instanceof Scope.Known known) {
            return new Term.Whole(known.value());
        }
        return meaning instanceof Scope.Size size
                ? size.dimension().term()
                : new Term.Variable(((Scope.Variable) meaning).variable());
    }

    private Term operate(Expression.Binary binary) throws ExpressionException {
        Operator operator = Operator.of(binary.operator());
        Term left = evaluate(binary.left());
        Term right = evaluate(binary.right());
        if (operator == Operator.DIVIDED_BY && right instanceof Term.Whole by && by.value() == 0) {
            throw new ExpressionException("DivisionByZero", "\"" + binary.text() + "\" in dims divides by zero");
        }
        if (left instanceof Term.Whole a && right instanceof Term.Whole b) {
            try {
                return new Term.Whole(operator.apply(a.value(), b.value()));
            } catch (ArithmeticException e) {
                throw new ExpressionException("TooManyElements", "\"" + binary.text() + "\" in dims exceeds a long");
            }
        }
        return new Term.Binary(operator, left, right);
    }
}
