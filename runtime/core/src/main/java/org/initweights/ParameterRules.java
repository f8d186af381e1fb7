package org.initweights;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.initweights.internal.select.SelectionRule;

/**
 * Rules that give parameters of a model another initializer: what PyTorch users write as a loop over {@code named_parameters()}.
 *
 * <pre>{@code
 * RuledParameters ruled = parameters.withRules(rules -> rules
 *         .all(kaimingNormal())
 *         .ofRank(1, zeros())
 *         .named("head.**", normal(0, 0.02)).priority(1));
 * }</pre>
 *
 * <p>If several rules match a parameter, the narrowest wins, as in overload resolution. A rule is narrower than another if the other can
 * match everything that it can, by pattern, by rank and by conditions together. A rule with a condition is narrower than the same rule
 * without one; between two different conditions there is no order. {@link #priority} decides before narrowness.
 *
 * <p>{@link Parameters#withRules} throws an {@link IllegalArgumentException} if several rules match a parameter and none of them is the
 * narrowest; and, unless a rule is {@link #optional}, if it matches nothing or wins for no parameter.
 *
 * <p>Rules are given by one thread, inside the call that asks for them.
 */
public final class ParameterRules {

    private final List<Given> rules = new ArrayList<>();

    ParameterRules() {}

    /**
     * Gives an initializer to the parameters whose names match a pattern.
     *
     * @param pattern such as {@code "**.bias"}; {@link Selection} explains patterns
     */
    public ParameterRules named(String pattern, Initializer initializer) {
        return matching(Selection.named(pattern), initializer);
    }

    /**
     * Gives an initializer to the parameters with a certain number of dimensions.
     *
     * @param rank the number of dimensions: 0 for scalars, 1 for vectors, 2 for matrices
     */
    public ParameterRules ofRank(int rank, Initializer initializer) {
        return matching(Selection.all().ofRank(rank), initializer);
    }

    /** Gives an initializer to the parameters that models of a class declare; see {@link Selection#ofType}. */
    public ParameterRules ofType(Class<?> type, Initializer initializer) {
        return matching(Selection.all().ofType(type), initializer);
    }

    /** Gives an initializer to the parameters for which a condition is true. */
    public ParameterRules where(Predicate<? super Parameter> condition, Initializer initializer) {
        return matching(Selection.all().where(condition), initializer);
    }

    /** Gives an initializer to all parameters. Every other rule is narrower, so it is left with those that no other rule matches. */
    public ParameterRules all(Initializer initializer) {
        return matching(Selection.all(), initializer);
    }

    /** Gives an initializer to the parameters of a selection. */
    public ParameterRules matching(Selection selection, Initializer initializer) {
        rules.add(new Given(
                Objects.requireNonNull(selection, "selection"),
                Objects.requireNonNull(initializer, "initializer"),
                0,
                false));
        return this;
    }

    /**
     * Gives a priority to the rule before this call. A rule of a higher priority wins over a rule of a lower one, even if that is
     * narrower. Without this call the priority is 0.
     *
     * <pre>{@code
     * rules.ofRank(2, xavierUniform())
     *         .named("head.**", zeros()).priority(1)
     * }</pre>
     *
     * @throws IllegalStateException if there is no rule before this call
     */
    public ParameterRules priority(int priority) {
        Given last = last("priority");
        return replaceLast(new Given(last.selection, last.initializer, priority, last.optional));
    }

    /**
     * Allows the rule before this call to have no effect: it may match nothing, or win for no parameter. Without this call that is an
     * error.
     *
     * @throws IllegalStateException if there is no rule before this call
     */
    public ParameterRules optional() {
        Given last = last("optional");
        return replaceLast(new Given(last.selection, last.initializer, last.priority, true));
    }

    private Given last(String call) {
        if (rules.isEmpty()) {
            throw new IllegalStateException(call + " is of the rule before it, and there is none");
        }
        return rules.get(rules.size() - 1);
    }

    private ParameterRules replaceLast(Given rule) {
        rules.set(rules.size() - 1, rule);
        return this;
    }

    List<Given> rules() {
        return List.copyOf(rules);
    }

    /** One rule. */
    record Given(Selection selection, Initializer initializer, int priority, boolean optional) {

        /** The parameters that it is for. */
        SelectionRule<Class<?>> rule() {
            return new SelectionRule<>(
                    toString(),
                    selection.type(),
                    selection.pattern(),
                    selection.rank(),
                    selection.conditions(),
                    priority,
                    optional);
        }

        /** As it was written, without the initializer. */
        @Override
        public String toString() {
            return selection + (priority == 0 ? "" : ".priority(" + priority + ")") + (optional ? ".optional()" : "");
        }
    }
}
