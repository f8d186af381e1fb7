package org.initweights.internal.expression;

import java.util.List;

/**
 * What is made of an expression that {@link ExpressionGrammar} reads, from its numbers and names outwards, and what is refused of it.
 *
 * @param <N> what an expression becomes
 * @param <E> how a mistake is told
 */
public interface ExpressionMeaning<N, E extends Exception> {

    /**
     * Says where in the text is what is told or checked next. Of signs in a row that is the first one's place when they are told, and the last
     * one's when it is checked how many they are.
     *
     * @param position the number of its first character
     */
    default void at(int position) {}

    /** An integer. */
    N whole(long value) throws E;

    /**
     * A number with a fraction or an exponent.
     *
     * @param digits as it is written, but without {@code _}
     */
    N decimal(String digits, double value) throws E;

    /** A name, or names with dots between them; a method has {@code ()} behind its name. */
    N path(List<String> names) throws E;

    /** A call with at least one argument. */
    N call(String function, List<N> arguments) throws E;

    /** A sign. */
    N negation(N operand) throws E;

    /** One of {@code + - * /}. */
    N operation(char symbol, N left, N right) throws E;

    /**
     * Refuses what is nested too deep.
     *
     * @param parentheses of how many parentheses and calls the current place is inside
     * @param signs how many signs are before these and before it
     */
    void checkDepth(int parentheses, int signs) throws E;

    /** Refuses too many operators in one expression. */
    void checkOperators(int count) throws E;

    /** The mistake of what looks like a number, and is none that a {@code long} or {@code double} can hold. */
    E noNumber(String written, int position);

    /** The mistake that something is not where it should be. */
    E malformed(String expected, int position);
}
