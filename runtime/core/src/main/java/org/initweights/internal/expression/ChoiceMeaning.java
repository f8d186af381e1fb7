package org.initweights.internal.expression;

/**
 * What is made of an expression that may compare and choose: {@code i0 < i1 ? 0 : 1}.
 *
 * @param <N> what an expression becomes
 * @param <E> how a mistake is told
 */
public interface ChoiceMeaning<N, E extends Exception> extends ExpressionMeaning<N, E> {

    /** Whether something holds between two numbers. */
    N comparison(Relation relation, N left, N right) throws E;

    /** One expression if a condition holds, and another if not. */
    N choice(N condition, N yes, N no) throws E;
}
