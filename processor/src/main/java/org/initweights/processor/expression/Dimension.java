package org.initweights.processor.expression;

import java.util.List;
import java.util.OptionalLong;
import org.initweights.internal.expression.Operator;

/**
 * One dimension of a shape.
 *
 * @param text as the user wrote it, with spaces in the usual places
 * @param term what computes it
 */
public record Dimension(String text, Term term) {

    /** A dimension of known size. */
    public static Dimension of(long size) {
        return new Dimension(Long.toString(size), new Term.Whole(size));
    }

    /**
     * This size and some more.
     *
     * @throws ExpressionException if both are known, and their sum exceeds a {@code long}
     */
    public Dimension plus(long more) throws ExpressionException {
        if (term instanceof Term.Whole whole) {
            try {
                return of(Math.addExact(whole.value(), more));
            } catch (ArithmeticException e) {
                throw new ExpressionException("TooManyElements", whole.value() + " + " + more + " exceeds a long");
            }
        }
        return new Dimension(
                text + (more < 0 ? " - " : " + ") + Math.abs(more),
                new Term.Binary(more < 0 ? Operator.MINUS : Operator.PLUS, term, new Term.Whole(Math.abs(more))));
    }

    /** Its size, if that is known while the model compiles. */
    public OptionalLong size() {
        return term instanceof Term.Whole whole ? OptionalLong.of(whole.value()) : OptionalLong.empty();
    }

    /** The numbers of the model that it depends on. */
    public List<SizeVariable> variables() {
        return term.variables();
    }
}
