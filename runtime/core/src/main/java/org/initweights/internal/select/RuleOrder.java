package org.initweights.internal.select;

import java.util.List;
import java.util.function.BiPredicate;

/**
 * The order of the rules of one model. A rule is narrower than another if all that it can match the other matches too, by type, by
 * pattern, by rank and by conditions together, and not the other way round. A rule wins over those of a lower priority, and of its own
 * priority over those that are less narrow. That is a partial order: of two rules it may be that neither wins.
 *
 * <p>What was compared is remembered, so an order is for one thread at a time.
 *
 * @param <T> what stands for types
 */
public final class RuleOrder<T> {

    private final List<SelectionRule<T>> rules;
    private final BiPredicate<? super T, ? super T> isSubtype;
    private final Boolean[][] within;

    /**
     * @param rules in the order in which they were given, which numbers them
     * @param isSubtype whether all that is of the one type is of the other too; each type is a subtype of itself
     */
    public RuleOrder(List<SelectionRule<T>> rules, BiPredicate<? super T, ? super T> isSubtype) {
        this.rules = List.copyOf(rules);
        this.isSubtype = isSubtype;
        this.within = new Boolean[rules.size()][rules.size()];
    }

    /** The order of rules whose types are classes. */
    public static RuleOrder<Class<?>> ofClasses(List<SelectionRule<Class<?>>> rules) {
        return new RuleOrder<>(rules, (type, other) -> other.isAssignableFrom(type));
    }

    /** The rules. */
    public List<SelectionRule<T>> rules() {
        return rules;
    }

    /** Whether the second rule matches all that the first can match. */
    public boolean isWithin(int a, int b) {
        Boolean known = within[a][b];
        if (known == null) {
            known = rules.get(a).isWithin(rules.get(b), isSubtype);
            within[a][b] = known;
        }
        return known;
    }

    /** Whether the first rule is narrower than the second. */
    public boolean isNarrower(int a, int b) {
        return isWithin(a, b) && !isWithin(b, a);
    }

    /** Whether the first rule wins over the second where both match. */
    public boolean isOver(int a, int b) {
        int difference = Integer.compare(rules.get(a).priority(), rules.get(b).priority());
        return difference > 0 || (difference == 0 && isNarrower(a, b));
    }

    /**
     * Those of some rules that no other of them wins over. If this is one rule, it wins over all others.
     *
     * @param matching the rules that match a parameter, the earliest first
     */
    public List<Integer> unbeaten(List<Integer> matching) {
        return matching.stream()
                .filter(rule -> matching.stream().noneMatch(other -> isOver(other, rule)))
                .toList();
    }

    /**
     * Which rule wins.
     *
     * @param matching the rules that match a parameter, the earliest first
     */
    public Decision decide(List<Integer> matching) {
        List<Integer> unbeaten = unbeaten(matching);
        return switch (unbeaten.size()) {
            case 0 -> new Decision.Nobody();
            case 1 -> new Decision.Winner(unbeaten.get(0));
            default -> new Decision.Tie(unbeaten.get(0), unbeaten.get(1));
        };
    }
}
