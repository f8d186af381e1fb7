package org.initweights;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.initweights.internal.select.SelectionRule;

/**
 * How each parameter starts: PyTorch's loop over {@code named_parameters()}, as rules.
 *
 * <p>If several rules match a parameter, the narrowest wins, as in overload resolution. A rule is narrower than another if the other
 * matches all that it can match, by pattern, rank and conditions together. A rule with a condition is narrower than the same rule without
 * it; two different conditions cannot be compared.
 *
 * <p>It is an error if no rule is narrower than all others that match a parameter, unless {@link #priority} decides. A rule that matches
 * something and never wins is an error too, and so is a rule that matches nothing, unless it is {@link #optional}.
 * {@link Parameters#withRules} gives the rules to a model.
 *
 * <p>Rules are given by one thread, inside the call that asks for them.
 */
public final class ParameterRules {

    private final List<Given> rules = new ArrayList<>();

    ParameterRules() {}

    /** Parameters whose name matches a pattern start by this initializer; see {@link Selection} for patterns. */
    public ParameterRules named(String pattern, Initializer initializer) {
        return matching(Selection.named(pattern), initializer);
    }

    /** Parameters with {@code rank} dimensions start by this initializer. */
    public ParameterRules ofRank(int rank, Initializer initializer) {
        return matching(Selection.all().ofRank(rank), initializer);
    }

    /** Parameters for which a condition holds start by this initializer. */
    public ParameterRules where(Predicate<? super Parameter> condition, Initializer initializer) {
        return matching(Selection.all().where(condition), initializer);
    }

    /** Parameters that no narrower rule matches start by this initializer. */
    public ParameterRules all(Initializer initializer) {
        return matching(Selection.all(), initializer);
    }

    /** Parameters of a selection start by this initializer. */
    public ParameterRules matching(Selection selection, Initializer initializer) {
        rules.add(new Given(
                Objects.requireNonNull(selection, "selection"),
                Objects.requireNonNull(initializer, "initializer"),
                0,
                false));
        return this;
    }

    /**
     * Gives the rule before this call a priority; without it the priority is 0. The rule wins over rules of lower priority, however
     * narrow they are.
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
     * Lets the rule before this call match nothing, or be without effect since other rules match all that it does; else that is an error.
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
                    Object.class,
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
