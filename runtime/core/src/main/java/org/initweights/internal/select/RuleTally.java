package org.initweights.internal.select;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.internal.message.Excerpt;

/**
 * What became of each rule of a model, parameter by parameter, and what is wrong with them.
 *
 * <p>For one thread.
 */
public final class RuleTally {

    /** Of many parameters a message names the first few. */
    private static final int MOST_NAMES = 12;

    private static final Pattern INDEX = Pattern.compile("(^|\\.)\\d+(?=\\.|$)");

    private final RuleOrder<?> order;
    private final List<Fate> fates;

    public RuleTally(RuleOrder<?> order) {
        this.order = order;
        this.fates = order.rules().stream().map(rule -> new Fate()).toList();
    }

    /** A rule wins for a parameter, or may. */
    public void wins(int rule) {
        fates.get(rule).wins = true;
    }

    /** A rule matches a parameter, but another is over it. */
    public void loses(int rule, int to, Subject parameter) {
        fates.get(rule).parameters.add(parameter);
        fates.get(rule).rivals.add(to);
    }

    /**
     * Which rule wins for a parameter of a model that has been built; it is counted.
     *
     * @param matching the rules that match it, the earliest first
     * @param name its whole name in the model that has the rules
     * @param prefix the name of that model, with a dot; empty for the outermost
     * @return the rule; empty if none matches
     * @throws IllegalArgumentException if of two rules neither is over the other
     */
    public OptionalInt decide(List<Integer> matching, String name, Subject parameter, String prefix) {
        Decision decision = order.decide(matching);
        if (decision instanceof Decision.Tie tie) {
            throw ambiguous(tie, name).exception(prefix);
        }
        if (!(decision instanceof Decision.Winner winner)) {
            return OptionalInt.empty();
        }
        wins(winner.rule());
        matching.stream().filter(rule -> rule != winner.rule()).forEach(rule -> loses(rule, winner.rule(), parameter));
        return OptionalInt.of(winner.rule());
    }

    /**
     * Two rules match a parameter, and neither is over the other.
     *
     * @param parameter its whole name
     */
    public RuleFault ambiguous(Decision.Tie tie, String parameter) {
        boolean isEqual = order.isWithin(tie.earlier(), tie.later()) && order.isWithin(tie.later(), tie.earlier());
        return new RuleFault(
                "AmbiguousRules",
                tie.later(),
                display(tie.earlier()) + " and " + display(tie.later()) + " both match " + parameter + ", and "
                        + (isEqual ? "are equally narrow" : "neither is narrower")
                        + "; narrow one of them, or give it a higher priority");
    }

    /** The rules that match something and never win. */
    public List<RuleFault> neverWinning() {
        List<RuleFault> faults = new ArrayList<>();
        for (int rule = 0; rule < fates.size(); rule++) {
            Fate fate = fates.get(rule);
            if (!fate.wins && !fate.parameters.isEmpty()) {
                faults.add(new RuleFault(
                        "RuleNeverWins",
                        rule,
                        display(rule) + " matches " + Subject.join(fate.parameters) + ", but " + rivals(rule, fate)
                                + "; remove it, or give it a higher priority"));
            }
        }
        return faults;
    }

    private String rivals(int rule, Fate fate) {
        String names = fate.rivals.stream().map(this::display).collect(Collectors.joining(" or "));
        boolean byPriority = fate.rivals.stream().anyMatch(rival -> priority(rival) > priority(rule));
        boolean byReach = fate.rivals.stream().anyMatch(rival -> priority(rival) == priority(rule));
        return names
                + (byReach ? " is narrower" : "")
                + (byReach && byPriority ? " or" : "")
                + (byPriority ? " has a higher priority" : "")
                + (fate.parameters.size() > 1 ? " for each" : "");
    }

    /** The rules that match nothing, though they must. */
    public List<Integer> idle() {
        List<Integer> idle = new ArrayList<>();
        for (int rule = 0; rule < fates.size(); rule++) {
            Fate fate = fates.get(rule);
            if (!fate.wins
                    && fate.parameters.isEmpty()
                    && !order.rules().get(rule).optional()) {
                idle.add(rule);
            }
        }
        return idle;
    }

    /**
     * A rule matches nothing.
     *
     * @param what what it should match
     * @param names the whole names of all parameters that it might have been meant for
     * @param otherwise what to say if it was meant for none of them
     */
    public RuleFault matchesNothing(int rule, String what, List<String> names, String otherwise) {
        return new RuleFault(
                "RuleMatchesNothing",
                rule,
                display(rule) + " matches no " + what
                        + Suggestion.of(order.rules().get(rule).pattern(), names)
                                .map(meant -> "; did you mean \"" + meant + "\"?")
                                .orElse(otherwise));
    }

    /** As {@link #matchesNothing(int, String, List, String)}, where all names are known. */
    private RuleFault matchesNothing(int rule, String what, List<String> names) {
        return matchesNothing(
                rule,
                what,
                names,
                "; there are " + Excerpt.of(kinds(names), MOST_NAMES) + "; a rule that need not match is optional");
    }

    /** The names, with a star for the index in a list; names that differ in this index alone are one. */
    private static List<String> kinds(List<String> names) {
        Map<String, List<String>> byKind = new LinkedHashMap<>();
        for (String name : names) {
            String kind = INDEX.matcher(name).replaceAll("$1*");
            byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(name);
        }
        return byKind.entrySet().stream()
                .map(kind -> kind.getValue().size() == 1 ? kind.getValue().get(0) : kind.getKey())
                .toList();
    }

    /**
     * Checks what became of the rules of a model that has been built.
     *
     * @param what what a rule should match
     * @param names the whole names of all parameters, asked for if something is wrong
     * @param prefix the name of the model, with a dot; empty for the outermost
     * @throws IllegalArgumentException if a rule that is not optional matches nothing, or never wins
     */
    public void check(String what, Supplier<List<String>> names, String prefix) {
        Stream<RuleFault> nothing = idle().stream().map(rule -> matchesNothing(rule, what, names.get()));
        Stream<RuleFault> noEffect = neverWinning().stream()
                .filter(fault -> !order.rules().get(fault.rule()).optional());
        Stream.of(nothing, noEffect).flatMap(faults -> faults).findFirst().ifPresent(fault -> {
            throw fault.exception(prefix);
        });
    }

    private int priority(int rule) {
        return order.rules().get(rule).priority();
    }

    private String display(int rule) {
        return order.rules().get(rule).display();
    }

    /** What became of one rule. */
    private static final class Fate {
        private final Set<Subject> parameters = new LinkedHashSet<>();
        private final Set<Integer> rivals = new TreeSet<>();
        private boolean wins;
    }
}
