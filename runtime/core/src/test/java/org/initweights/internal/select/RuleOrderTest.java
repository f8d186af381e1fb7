package org.initweights.internal.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.internal.select.Decision.Nobody;
import org.initweights.internal.select.Decision.Tie;
import org.initweights.internal.select.Decision.Winner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleOrderTest {

    private static final Object CONDITION = new Object();

    /** Rules are compared with the sets of what they match, among all names up to a length, two types and two ranks. */
    @ParameterizedTest
    @CsvSource({"a*., ac., 9, 7, 1", "ab*., abc., 7, 5, 2", "a**.., ac., 9, 8, 3"})
    void aRuleIsNarrowerIfWhatItMatchesIsASubset(
            String patternLetters, String nameLetters, int longestName, int longestPattern, long seed) {
        List<String> names = new ArrayList<>();
        addNames("", nameLetters, longestName, names);
        Random random = new Random(seed);
        List<SelectionRule<Class<?>>> rules = Stream.generate(() -> rule(random, patternLetters, longestPattern))
                .limit(250)
                .toList();
        List<BitSet> sets = rules.stream().map(rule -> enumerated(rule, names)).toList();
        RuleOrder<Class<?>> order = order(rules);
        for (int a = 0; a < rules.size(); a++) {
            for (int b = 0; b < rules.size(); b++) {
                BitSet outside = (BitSet) sets.get(a).clone();
                outside.andNot(sets.get(b));
                BitSet others = (BitSet) sets.get(b).clone();
                others.andNot(sets.get(a));
                assertThat(order.isWithin(a, b))
                        .as("%s within %s", rules.get(a), rules.get(b))
                        .isEqualTo(outside.isEmpty());
                assertThat(order.isNarrower(a, b))
                        .as("%s narrower than %s", rules.get(a), rules.get(b))
                        .isEqualTo(outside.isEmpty() && !others.isEmpty());
            }
        }
    }

    private static void addNames(String name, String letters, int longest, List<String> names) {
        names.add(name);
        if (name.length() < longest) {
            letters.chars().forEach(letter -> addNames(name + (char) letter, letters, longest, names));
        }
    }

    private static SelectionRule<Class<?>> rule(Random random, String letters, int longest) {
        String pattern = random.ints(1 + random.nextInt(longest), 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .collect(Collectors.joining());
        Class<?> type = List.of(Object.class, Number.class, Integer.class).get(random.nextInt(3));
        OptionalInt rank = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(2));
        return rule(type, pattern, rank, 0);
    }

    /** What a rule matches, by the regular expressions of Java: the number of name n, object o and rank r is 9 n + 3 o + r. */
    private static BitSet enumerated(SelectionRule<Class<?>> rule, List<String> names) {
        Pattern pattern = regex(rule.pattern().toString());
        List<Object> objects = List.of("text", 1.5f, 1);
        BitSet set = new BitSet();
        for (int name = 0; name < names.size(); name++) {
            if (pattern.matcher("." + names.get(name)).matches()) {
                for (int object = 0; object < 3; object++) {
                    for (int rank = 0; rank < 3; rank++) {
                        set.set(
                                9 * name + 3 * object + rank,
                                rule.type().isInstance(objects.get(object))
                                        && (rule.rank().isEmpty() || rule.rank().getAsInt() == rank));
                    }
                }
            }
        }
        return set;
    }

    /** Each name is read with a dot before it; a pattern without a dot is for the last name. */
    private static Pattern regex(String pattern) {
        String whole = pattern.contains(".") || pattern.equals("**") ? pattern : "**." + pattern;
        String names = Stream.of(whole.split("\\.", -1))
                .map(name -> name.equals("**") ? "(\\.[^.]*)*" : "\\." + name.replace("*", "[^.]*"))
                .collect(Collectors.joining());
        return Pattern.compile(names);
    }

    private static SelectionRule<Class<?>> rule(Class<?> type, String pattern, OptionalInt rank, int priority) {
        return new SelectionRule<>(pattern, type, NamePattern.of(pattern), rank, Set.of(), priority, false);
    }

    private static SelectionRule<Class<?>> named(String pattern, int priority) {
        return rule(Object.class, pattern, OptionalInt.empty(), priority);
    }

    private static RuleOrder<Class<?>> order(List<SelectionRule<Class<?>>> rules) {
        return RuleOrder.ofClasses(rules);
    }

    @Test
    void theOneRuleThatIsNarrowerThanAllOthersWins() {
        RuleOrder<Class<?>> order =
                order(List.of(named("**", 0), named("head.**", 0), named("**.weight", 0), named("head.**.weight", 0)));
        assertThat(order.decide(List.of())).isEqualTo(new Nobody());
        assertThat(order.decide(List.of(0, 1))).isEqualTo(new Winner(1));
        assertThat(order.decide(List.of(0, 1, 2))).isEqualTo(new Tie(1, 2));
        assertThat(order.decide(List.of(0, 1, 2, 3)))
                .as("as in overload resolution")
                .isEqualTo(new Winner(3));
    }

    @Test
    void theHigherPriorityWinsHoweverNarrowTheOther() {
        RuleOrder<Class<?>> order =
                order(List.of(named("head.weight", 0), named("weight", 1), named("head.*", 1), named("**", -1)));
        assertThat(order.decide(List.of(0, 1))).isEqualTo(new Winner(1));
        assertThat(order.decide(List.of(0, 1, 2))).isEqualTo(new Tie(1, 2));
        assertThat(order.decide(List.of(0, 3))).isEqualTo(new Winner(0));
    }

    @Test
    void aConditionIsNarrowerThanNoneAndOfTwoNeitherIs() {
        RuleOrder<Class<?>> order = order(List.of(
                named("**", 0),
                conditional(Set.of(CONDITION)),
                conditional(Set.of("other")),
                conditional(Set.of(CONDITION, "other"))));
        assertThat(order.decide(List.of(0, 1))).isEqualTo(new Winner(1));
        assertThat(order.decide(List.of(1, 2))).isEqualTo(new Tie(1, 2));
        assertThat(order.decide(List.of(0, 1, 2, 3))).isEqualTo(new Winner(3));
    }

    private static SelectionRule<Class<?>> conditional(Set<?> conditions) {
        return new SelectionRule<>(
                "where", Object.class, NamePattern.of("**"), OptionalInt.empty(), conditions, 0, false);
    }
}
