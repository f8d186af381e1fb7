package org.initweights.processor.expression;

import java.util.ArrayList;
import java.util.List;
import org.initweights.collect.RemainderException;
import org.initweights.internal.expression.Operator;

/** Gives the expressions of {@code dims} their meaning in a model, and computes what can be computed now. */
public final class DimensionReader {

    private static final String FLOOR = "floor";

    private final Scope scope;
    private final Operator division;

    private DimensionReader(Scope scope, Operator division) {
        this.scope = scope;
        this.division = division;
    }

    /** Reads sizes, whose divisions must leave no remainder. */
    public static DimensionReader exact(Scope scope) {
        return new DimensionReader(scope, Operator.EXACTLY_DIVIDED_BY);
    }

    /** Reads positions, whose divisions are rounded towards zero. */
    public static DimensionReader rounding(Scope scope) {
        return new DimensionReader(scope, Operator.DIVIDED_BY);
    }

    /**
     * The dimensions that {@code dims} says.
     *
     * @throws ExpressionException if it is not well formed, or names what the model does not have
     */
    public List<Dimension> read(String dims) throws ExpressionException {
        List<Dimension> dimensions = new ArrayList<>();
        try {
            for (Expression expression : ExpressionReader.readList(Source.ofDimensions(dims))) {
                dimensions.add(dimension(expression));
            }
        } catch (ExpressionException e) {
            throw e.within(dims);
        }
        return dimensions;
    }

    /** One size, from a place of its own. */
    public Dimension read(Source source) throws ExpressionException {
        return dimension(ExpressionReader.read(source));
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
            return operand instanceof Term.Whole whole ? negate(negation, whole) : new Term.Negation(operand);
        }
        if (expression instanceof Expression.Binary binary) {
            return operate(binary);
        }
        if (expression instanceof Expression.Call call && call.function().equals(FLOOR)) {
            return floor(call);
        }
        throw new ExpressionException(
                "DimensionSyntax",
                "\"" + expression.text() + "\" in dims is not an integer, nor a method without parameters");
    }

    private static Term negate(Expression.Negation negation, Term.Whole operand) throws ExpressionException {
        try {
            return new Term.Whole(Math.negateExact(operand.value()));
        } catch (ArithmeticException e) {
            throw tooLarge(negation);
        }
    }

    private static ExpressionException tooLarge(Expression expression) {
        return new ExpressionException("TooManyElements", "\"" + expression.text() + "\" in dims exceeds a long");
    }

    private Term lookUp(Expression.Path path) throws ExpressionException {
        Scope.Meaning meaning = meaning(path);
        if (meaning instanceof Scope.Known known) {
            return new Term.Whole(known.value());
        }
        return meaning instanceof Scope.Size size
                ? size.dimension().term()
                : new Term.Variable(((Scope.Variable) meaning).variable());
    }

    private Scope.Meaning meaning(Expression.Path path) throws ExpressionException {
        try {
            return scope.lookUp(path.names());
        } catch (ExpressionException e) {
            throw e.about(path.text());
        }
    }

    private Term floor(Expression.Call call) throws ExpressionException {
        if (call.arguments().size() != 1
                || !(call.arguments().get(0) instanceof Expression.Binary quotient)
                || Operator.of(quotient.operator()) != Operator.DIVIDED_BY) {
            throw new ExpressionException(
                    "DimensionSyntax", "\"" + call.text() + "\": floor takes one quotient, as in floor(a / b)");
        }
        return operate(quotient, Operator.FLOOR_DIVIDED_BY);
    }

    private Term operate(Expression.Binary binary) throws ExpressionException {
        Operator operator = Operator.of(binary.operator());
        return operate(binary, operator == Operator.DIVIDED_BY ? division : operator);
    }

    private Term operate(Expression.Binary binary, Operator operator) throws ExpressionException {
        Term left = evaluate(binary.left());
        Term right = evaluate(binary.right());
        if (binary.operator() == Operator.DIVIDED_BY.symbol() && right instanceof Term.Whole by && by.value() == 0) {
            throw new ExpressionException("DivisionByZero", "\"" + binary.text() + "\" in dims divides by zero");
        }
        if (left instanceof Term.Whole a && right instanceof Term.Whole b) {
            try {
                return new Term.Whole(operator.apply(a.value(), b.value()));
            } catch (RemainderException e) {
                throw new ExpressionException(
                        "Remainder",
                        binary.text() + " is " + e.getMessage() + "; write floor(" + binary.text()
                                + ") if it may be rounded down");
            } catch (ArithmeticException e) {
                throw tooLarge(binary);
            }
        }
        return new Term.Binary(operator, left, right);
    }
}
