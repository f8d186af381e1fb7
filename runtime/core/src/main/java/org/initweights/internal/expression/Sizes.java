package org.initweights.internal.expression;

import java.util.Map;
import org.initweights.internal.message.Excerpt;

/**
 * What the names in sizes mean.
 *
 * @param values sizes by name; {@code head.out} is the {@code out} of {@code head} alone
 * @param owner the name of the model that a size belongs to, with a dot; empty for the outermost
 * @param asked is told what is asked for, unless there are no values
 */
public record Sizes(Map<String, Long> values, String owner, AskedSizes asked) {

    /** Sizes that nothing was asked of yet. */
    public Sizes(Map<String, Long> values, String owner) {
        this(values, owner, new AskedSizes());
    }

    /**
     * The value of an expression.
     *
     * @throws IllegalArgumentException if it is none, a name in it has no value, or the value exceeds a {@code long}
     */
    public long value(String expression) {
        return SizeExpression.value(expression, this);
    }

    /**
     * Whether a condition is true: it is given as a size, 1 for true and 0 for false.
     *
     * @param parameter what is there only if it is
     * @throws IllegalArgumentException if it is not given, or as something else
     */
    public boolean isTrue(String parameter, String condition) {
        long value;
        try {
            value = named(condition);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Excerpt.of(parameter) + ": there only if \"" + Excerpt.of(condition)
                            + "\", which is not known while a plan is read; give it like a size, \""
                            + Excerpt.of(owner + condition) + "\", as 1 if it is true and 0 if it is false",
                    e);
        }
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException(Excerpt.of(parameter) + ": there only if \"" + Excerpt.of(condition)
                    + "\", which is given as " + value + "; give 1 if it is true and 0 if it is false");
        }
        return value == 1;
    }

    /** The same sizes for a sub-model. */
    public Sizes of(String member) {
        return new Sizes(values, owner + member + ".", asked);
    }

    /**
     * What a name means: its value for the innermost of the models around it that has one.
     *
     * @throws IllegalArgumentException if there is none
     */
    public long named(String name) {
        if (!values.isEmpty()) {
            asked.add(owner, name);
        }
        for (String scope = owner; ; scope = outer(scope)) {
            Long value = values.get(scope + name);
            if (value != null) {
                return value;
            }
            if (scope.isEmpty()) {
                throw new IllegalArgumentException("the size \"" + Excerpt.of(name)
                        + "\" is not known while a plan is read; give it as \""
                        + Excerpt.of(owner + name)
                        + "\"" + (owner.isEmpty() ? "" : ", or as \"" + Excerpt.of(name) + "\" for all models"));
            }
        }
    }

    /** Counts the names in an expression as asked for whose value is not needed. */
    public void leaveOut(String expression) {
        if (!values.isEmpty()) {
            asked.addAll(owner, expression);
        }
    }

    private static String outer(String scope) {
        return scope.substring(0, scope.lastIndexOf('.', scope.length() - 2) + 1);
    }
}
