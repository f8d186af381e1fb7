package org.initweights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.initweights.ParameterRules.Given;
import org.initweights.internal.derive.Derivations;
import org.initweights.internal.select.RuleOrder;
import org.initweights.internal.select.RuleTally;
import org.initweights.internal.select.Subject;

/**
 * The parameters of a model under {@link ParameterRules}: which rule won for which parameter, and which parameters no rule matches.
 *
 * <p>Which rule won never changes, and threads may share it. Elements may be read and written as {@link Parameters} says.
 */
public final class RuledParameters {

    private final Parameters matched;
    private final Parameters untouched;
    private final Map<String, Selection> winners;

    private RuledParameters(Parameters matched, Parameters untouched, Map<String, Selection> winners) {
        this.matched = matched;
        this.untouched = untouched;
        this.winners = winners;
    }

    static RuledParameters of(Parameters parameters, List<Given> rules) {
        RuleTally tally = new RuleTally(
                RuleOrder.ofClasses(rules.stream().map(Given::rule).toList()));
        Map<String, Given> given = new HashMap<>();
        for (Parameter parameter : parameters) {
            if (!parameters.isCopyWithin(parameter)) {
                OptionalInt winner = tally.decide(
                        matching(rules, parameter), parameter.name(), new Subject(parameter.name(), ""), "");
                winner.ifPresent(rule -> given.put(parameter.name(), rules.get(rule)));
            }
        }
        tally.idle().forEach(rule -> checkNotForCopies(rules.get(rule), parameters));
        tally.check("parameter", () -> parameters.stream().map(Parameter::name).toList(), "");
        List<Parameter> all = new ArrayList<>();
        Map<String, Selection> winners = new LinkedHashMap<>();
        Derivations derivations = Derivations.among(parameters);
        for (Parameter parameter : parameters) {
            Given own = given.get(parameter.name());
            all.add(own == null ? parameter : parameter.with(own.initializer()));
            derivations.path(parameter).stream()
                    .map(given::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(rule -> winners.put(parameter.name(), rule.selection()));
        }
        // What starts from another is told before they are parted.
        Parameters ruled = Parameters.of(all);
        return new RuledParameters(
                ruled.where(parameter -> winners.containsKey(parameter.name())),
                ruled.where(parameter -> !winners.containsKey(parameter.name())),
                winners);
    }

    /** Refuses a rule that is for copies alone, which would change nothing. */
    private static void checkNotForCopies(Given rule, Parameters parameters) {
        parameters.stream().filter(rule.selection()::matches).findFirst().ifPresent(copy -> {
            String source = copy.copyOf().orElseThrow();
            throw new IllegalArgumentException(rule + " matches only copies: " + copy.name() + " begins as a copy of "
                    + source + ", and so as a rule for that says; give the rule to " + source
                    + ", or say parameters.get(\"" + copy.name()
                    + "\").with(…), which makes it a copy no more [RuleMatchesNothing]");
        });
    }

    private static List<Integer> matching(List<Given> rules, Parameter parameter) {
        return IntStream.range(0, rules.size())
                .filter(rule -> rules.get(rule).selection().matches(parameter))
                .boxed()
                .toList();
    }

    /** The parameters that a rule is for, which start as it says. */
    public Parameters matched() {
        return matched;
    }

    /** The parameters that no rule is for: they keep the values that they have. */
    public Parameters untouched() {
        return untouched;
    }

    /**
     * The rule that won for a parameter.
     *
     * @throws NoSuchElementException if no rule is for it
     */
    public Selection ruleFor(String name) {
        Selection winner = winners.get(name);
        if (winner == null) {
            throw new NoSuchElementException("no rule is for " + name);
        }
        return winner;
    }

    /** Writes the initial values of the parameters that a rule is for, from {@link RandomSource#seeded}. */
    public RuledParameters initialize(long seed) {
        return initialize(RandomSource.seeded(seed));
    }

    /** Writes the initial values of the parameters that a rule is for. */
    public RuledParameters initialize(RandomSource random) {
        matched.initialize(random);
        return this;
    }

    /** One line a parameter: its name, its shape, the rule that won and what it gives. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        for (Parameter parameter : matched) {
            lines.append(parameter.name()).append(' ').append(parameter.shape()).append(": ");
            lines.append(winners.get(parameter.name()))
                    .append(" → ")
                    .append(parameter.fill())
                    .append('\n');
        }
        for (Parameter parameter : untouched) {
            lines.append(parameter.name()).append(' ').append(parameter.shape()).append(": no rule\n");
        }
        return lines.toString();
    }
}
