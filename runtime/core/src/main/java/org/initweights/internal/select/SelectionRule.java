package org.initweights.internal.select;

import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * A rule for parameters, as far as it says for which.
 *
 * <p>Immutable; threads may share it.
 *
 * @param display the rule as it was written
 * @param type the type of the models that hold the parameters
 * @param pattern the parameters' names
 * @param rank their number of dimensions; empty for any
 * @param conditions what else must hold of a parameter; nothing is known of two conditions unless they are equal
 * @param priority a rule of a higher priority wins over one of a lower, however narrow
 * @param optional whether it need not match anything
 * @param <T> what stands for types
 */
public record SelectionRule<T>(
        String display,
        T type,
        NamePattern pattern,
        OptionalInt rank,
        Set<?> conditions,
        int priority,
        boolean optional) {

    /** Whether the other rule matches all that this one can match. */
    boolean isWithin(SelectionRule<T> other, BiPredicate<? super T, ? super T> isSubtype) {
        return (other.rank.isEmpty() || other.rank.equals(rank))
                && conditions.containsAll(other.conditions)
                && isSubtype.test(type, other.type)
                && other.pattern.includes(pattern);
    }
}
