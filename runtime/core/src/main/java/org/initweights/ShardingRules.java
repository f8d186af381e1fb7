package org.initweights;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.initweights.internal.select.SelectionRule;

/**
 * Rules that say along which axis the ranks of a tensor-parallel model split a parameter: what torchtitan calls {@code ColwiseParallel} and
 * {@code RowwiseParallel}, and JAX a {@code PartitionSpec}.
 *
 * <pre>{@code
 * RankLayout ranks = plan.ranks(2, 4, rules -> rules
 *         .split("**.q_proj.weight", 0)             // ColwiseParallel
 *         .split("**.o_proj.weight", 1)             // RowwiseParallel
 *         .split("embed_tokens.weight", 0).padded()
 *         .replicated("**"));
 * }</pre>
 *
 * <p>If several rules match a parameter, the narrowest wins, as for {@link ParameterRules}; {@link #priority} decides before narrowness.
 * {@link Plan#ranks} throws an {@link IllegalArgumentException} if no rule matches a parameter, if several do and none is the narrowest,
 * and, unless a rule is {@link #optional}, if it matches nothing or wins for no parameter.
 *
 * <p>Rules are given by one thread, inside the call that asks for them.
 */
public final class ShardingRules {

    private final List<Given> rules = new ArrayList<>();

    ShardingRules() {}

    /**
     * Splits the parameters whose names match a pattern into equal parts, one for each tensor-parallel rank.
     *
     * @param pattern such as {@code "**.q_proj.weight"}; {@link Selection} explains patterns
     * @param axis counted from 0; a negative one from the end, so that -1 is the last
     */
    public ShardingRules split(String pattern, int axis) {
        return add(pattern, OptionalInt.of(axis));
    }

    /** Gives each tensor-parallel rank all of the parameters whose names match a pattern. */
    public ShardingRules replicated(String pattern) {
        return add(pattern, OptionalInt.empty());
    }

    private ShardingRules add(String pattern, OptionalInt axis) {
        rules.add(new Given(Selection.named(pattern), axis, false, 0, false));
        return this;
    }

    /**
     * Lets the split before this call put zeros behind an axis that the ranks do not divide, so that all have parts of one size. Without
     * this call such an axis is refused.
     *
     * @throws IllegalStateException if there is no split before this call
     */
    public ShardingRules padded() {
        Given last = last("padded");
        if (last.axis.isEmpty()) {
            throw new IllegalStateException("padded is of the split before it, and " + last + " splits nothing");
        }
        return replaceLast(new Given(last.selection, last.axis, true, last.priority, last.optional));
    }

    /**
     * Gives a priority to the rule before this call, 0 without it; the higher wins, even over a narrower rule.
     *
     * @throws IllegalStateException if there is no rule before this call
     */
    public ShardingRules priority(int priority) {
        Given last = last("priority");
        return replaceLast(new Given(last.selection, last.axis, last.padded, priority, last.optional));
    }

    /**
     * Allows the rule before this call to match nothing.
     *
     * @throws IllegalStateException if there is no rule before this call
     */
    public ShardingRules optional() {
        Given last = last("optional");
        return replaceLast(new Given(last.selection, last.axis, last.padded, last.priority, true));
    }

    private Given last(String call) {
        if (rules.isEmpty()) {
            throw new IllegalStateException(call + " is of the rule before it, and there is none");
        }
        return rules.get(rules.size() - 1);
    }

    private ShardingRules replaceLast(Given rule) {
        rules.set(rules.size() - 1, rule);
        return this;
    }

    List<Given> rules() {
        return List.copyOf(rules);
    }

    /** One rule. */
    record Given(Selection selection, OptionalInt axis, boolean padded, int priority, boolean optional) {

        Given {
            Objects.requireNonNull(selection, "selection");
        }

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

        /** As it was written. */
        @Override
        public String toString() {
            String pattern = "\"" + selection.pattern() + "\"";
            return (axis.isPresent()
                            ? "split(" + pattern + ", " + axis.getAsInt() + ")"
                            : "replicated(" + pattern + ")")
                    + (padded ? ".padded()" : "")
                    + (priority == 0 ? "" : ".priority(" + priority + ")")
                    + (optional ? ".optional()" : "");
        }
    }
}
