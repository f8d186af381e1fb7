package org.initweights;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which parameters start how: PyTorch's loop over {@code named_parameters()}, as rules.
 *
 * <p>Of the rules that match a parameter the narrowest wins: one for a pattern of names over one for a rank, a longer name over a shorter
 * one, one for a rank over one with a condition alone. {@link Parameters#withRules} gives the rules to a model.
 *
 * <p>Rules are given by one thread, inside the call that asks for them.
 */
public final class ParameterRules {

    private final List<Rule> rules = new ArrayList<>();

    ParameterRules() {}

    /** The parameters whose name matches a pattern start so; see {@link Selection} for patterns. */
    public ParameterRules named(String pattern, Initializer initializer) {
        return matching(Selection.named(pattern), initializer);
    }

    /** The parameters with so many dimensions start so. */
    public ParameterRules ofRank(int rank, Initializer initializer) {
        return matching(Selection.all().ofRank(rank), initializer);
    }

    /** The parameters of which a condition holds start so. */
    public ParameterRules where(Predicate<? super Parameter> condition, Initializer initializer) {
        return matching(Selection.all().where(condition), initializer);
    }

    /** All parameters start so that no narrower rule is for. */
    public ParameterRules all(Initializer initializer) {
        return matching(Selection.all(), initializer);
    }

    /** The parameters of a selection start so. */
    public ParameterRules matching(Selection selection, Initializer initializer) {
        rules.add(new Rule(
                Objects.requireNonNull(selection, "selection"), Objects.requireNonNull(initializer, "initializer")));
        return this;
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }

    /** One rule. */
    record Rule(Selection selection, Initializer initializer) {

        /**
         * The narrowest of the rules that match a parameter.
         *
         * @throws IllegalArgumentException if two are equally narrow
         */
        static Optional<Rule> narrowest(List<Rule> rules, Parameter parameter) {
            return rules.stream()
                    .filter(rule -> rule.selection.matches(parameter))
                    .reduce((a, b) -> {
                        int order = a.selection.specificity().compareTo(b.selection.specificity());
                        if (order == 0) {
                            throw new IllegalArgumentException(a.selection + " and " + b.selection
                                    + " are equally narrow, and both match " + parameter.name()
                                    + "; which should win cannot be said");
                        }
                        return order > 0 ? a : b;
                    });
        }
    }
}
