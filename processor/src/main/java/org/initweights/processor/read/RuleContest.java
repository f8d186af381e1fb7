package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.initweights.internal.select.Decision;
import org.initweights.internal.select.RuleFault;
import org.initweights.internal.select.RuleOrder;
import org.initweights.internal.select.RuleTally;
import org.initweights.internal.select.Subject;
import org.initweights.processor.model.Place;
import org.initweights.processor.read.FoundParameters.FoundParameter;
import org.initweights.processor.read.RuleTarget.Match;
import org.initweights.processor.report.Findings;

/**
 * Which rules of a model win for which parameters of its sub-models, as far as that is known while the model compiles. What is not known is
 * left to the model that is built, which asks the same {@link RuleOrder}.
 */
final class RuleContest {

    private final List<ReadRule> rules;
    private final Types types;
    private final Findings findings;
    private final RuleOrder<TypeMirror> order;
    private final RuleTally tally;
    private final Set<Integer> ambiguous = new HashSet<>();
    private final List<List<String>> wins;
    private final List<List<String>> mayWin;

    RuleContest(List<ReadRule> rules, Types types, Findings findings) {
        this.rules = rules;
        this.types = types;
        this.findings = findings;
        this.order =
                new RuleOrder<>(rules.stream().map(read -> read.target().rule()).toList(), types::isSubtype);
        this.tally = new RuleTally(order);
        this.wins = rules.stream().<List<String>>map(rule -> new ArrayList<>()).toList();
        this.mayWin =
                rules.stream().<List<String>>map(rule -> new ArrayList<>()).toList();
    }

    /** The names of the parameters for which a rule wins. */
    List<String> wins(int rule) {
        return wins.get(rule);
    }

    /** The names of the parameters for which it depends on the built model whether the rule wins. */
    List<String> mayWin(int rule) {
        return mayWin.get(rule);
    }

    /**
     * The rule that wins for a parameter, of those that match it whatever model is built.
     *
     * @param places it, and what is tied to it: what matches one of them matches it
     */
    Optional<ReadRule> decide(List<FoundParameter> places) {
        FoundParameter parameter = places.get(0);
        List<Integer> always = matching(places, Match.ALWAYS);
        List<Integer> maybe = matching(places, Match.MAYBE);
        List<Integer> best = order.unbeaten(always);
        List<Integer> rivals = maybe.stream()
                .filter(rule -> best.stream().noneMatch(winner -> order.isOver(winner, rule)))
                .toList();
        if (best.size() > 1) {
            reportAmbiguous(best, rivals, parameter.name());
        }
        count(always, maybe, parameter);
        if (best.size() == 1) {
            wins.get(best.get(0)).add(parameter.name());
        }
        if (best.size() > 1 || !rivals.isEmpty()) {
            Stream.concat(best.stream(), rivals.stream())
                    .forEach(rule -> mayWin.get(rule).add(parameter.name()));
        }
        return best.size() == 1 ? Optional.of(rules.get(best.get(0))) : Optional.empty();
    }

    private List<Integer> matching(List<FoundParameter> places, Match match) {
        return IntStream.range(0, rules.size())
                .filter(rule -> match(rules.get(rule), places) == match)
                .boxed()
                .toList();
    }

    private Match match(ReadRule rule, List<FoundParameter> places) {
        return places.stream()
                .map(place -> rule.target().match(place, types))
                .max(Comparator.naturalOrder())
                .orElse(Match.NEVER);
    }

    /** A rule that is over all of them, and may match too, may decide. */
    private void reportAmbiguous(List<Integer> best, List<Integer> rivals, String parameter) {
        boolean mayBeDecided =
                rivals.stream().anyMatch(rival -> best.stream().allMatch(rule -> order.isOver(rival, rule)));
        if (mayBeDecided) {
            return;
        }
        for (int later : best.subList(1, best.size())) {
            if (ambiguous.add(later)) {
                report(tally.ambiguous(new Decision.Tie(best.get(0), later), parameter));
            }
        }
    }

    private void count(List<Integer> always, List<Integer> maybe, FoundParameter parameter) {
        String owner = TypeShapes.declared(parameter.ownerType())
                .map(type -> type.getSimpleName().toString())
                .orElse("");
        Subject subject = new Subject(parameter.parameter().name(), owner);
        Stream.concat(always.stream(), maybe.stream())
                .forEach(rule -> count(
                        rule,
                        Stream.concat(always.stream(), maybe.stream())
                                .filter(other -> order.isOver(other, rule))
                                .filter(other -> always.contains(other) || order.isWithin(rule, other))
                                .findFirst(),
                        subject));
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.get(rule).target().mayMatchSibling(parameter, types)) {
                tally.wins(rule);
            }
        }
    }

    private void count(int rule, Optional<Integer> over, Subject subject) {
        over.ifPresentOrElse(other -> tally.loses(rule, other, subject), () -> tally.wins(rule));
    }

    /** Reports what is wrong with rules for all parameters together, when all have been decided. */
    void end(FoundParameters found, String hint) {
        for (int rule = 0; rule < rules.size(); rule++) {
            countUnknown(rule, found);
        }
        tally.neverWinning().forEach(this::report);
        tally.idle()
                .forEach(rule -> report(tally.matchesNothing(rule, "parameter of a sub-model", found.names(), hint)));
    }

    /** Under paths that are not known a rule may win, unless a stronger rule matches all that it matches. */
    private void countUnknown(int rule, FoundParameters found) {
        Optional<Integer> over = IntStream.range(0, rules.size())
                .boxed()
                .filter(other -> order.isOver(other, rule) && order.isWithin(rule, other))
                .findFirst();
        found.unknown(rules.get(rule).target().rule().pattern())
                .forEach(path -> count(rule, over, new Subject(path, "")));
    }

    private void report(RuleFault fault) {
        Place place = rules.get(fault.rule()).view().place();
        findings.error(place, fault.id(), fault.message());
    }
}
