package org.initweights.collect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.internal.select.RuleOrder;
import org.initweights.internal.select.RuleTally;
import org.initweights.internal.select.SelectionRule;
import org.initweights.internal.select.Subject;

/** The rules of one model, and what became of them so far. */
final class RuleScope {

    private final Object root;
    private final String prefix;
    private final List<ModelRule> rules;
    private final RuleOrder<Class<?>> order;
    private final RuleTally tally;
    private final Set<String> own = new HashSet<>();
    private boolean complete = true;

    /**
     * @param root the model, whose own parameters are not touched
     * @param prefix the name of the model, with a dot; empty for the outermost
     */
    RuleScope(Object root, String prefix, List<ModelRule> rules) {
        this.root = root;
        this.prefix = prefix;
        this.rules = rules;
        this.order = RuleOrder.ofClasses(rules.stream().map(ModelRule::rule).toList());
        this.tally = new RuleTally(order);
    }

    /**
     * What the rule says that wins for a parameter.
     *
     * @param owner the model that has it
     * @param path the name of that model, with a dot
     * @param name the parameter's name there
     * @throws IllegalArgumentException if it cannot be said which rule wins
     */
    Optional<Initializer> initializer(Object owner, String path, String name, TensorShape shape) {
        return initializer(List.of(new TiedPlace(owner, path, name, List.of())), shape);
    }

    /**
     * What the rule says that wins for a tensor that is in several places, of the rules that match it in one of them.
     *
     * @throws IllegalArgumentException if it cannot be said which rule wins
     */
    Optional<Initializer> initializer(List<TiedPlace> places, TensorShape shape) {
        List<TiedPlace> owned =
                places.stream().filter(place -> place.owner() == root).toList();
        if (!owned.isEmpty()) {
            owned.forEach(place -> own.add(place.path() + place.name()));
            return Optional.empty();
        }
        List<Integer> matching = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            SelectionRule<Class<?>> rule = order.rules().get(i);
            if (places.stream().anyMatch(place -> matches(rule, place.owner(), inner(place), shape))) {
                matching.add(i);
            }
        }
        TiedPlace first = places.get(0);
        Subject subject = new Subject(first.name(), first.owner().getClass().getSimpleName());
        OptionalInt winner = tally.decide(matching, inner(first), subject, prefix);
        return winner.isPresent()
                ? Optional.of(ModelInitializer.of(
                        first.path() + first.name(),
                        () -> rules.get(winner.getAsInt()).initializer(shape)))
                : Optional.empty();
    }

    private String inner(TiedPlace place) {
        return (place.path() + place.name()).substring(prefix.length());
    }

    /** How far from the outermost model its model is: that of models around each other grows. */
    int depth() {
        return prefix.length();
    }

    /** Whether its model is inside another, and not that itself. */
    boolean isInside(String other) {
        return prefix.length() > other.length() && prefix.startsWith(other);
    }

    private static boolean matches(SelectionRule<Class<?>> rule, Object owner, String path, TensorShape shape) {
        return rule.type().isInstance(owner)
                && (rule.rank().isEmpty() || rule.rank().getAsInt() == shape.rank())
                && rule.pattern().matches(path);
    }

    /** A sub-model was left out, since it was visited before under another name: what the rules match is not known in full. */
    void miss() {
        complete = false;
    }

    /**
     * Checks what became of the rules, when all parameters have been seen.
     *
     * @throws IllegalArgumentException if a rule matches nothing, or never wins
     */
    void check(List<? extends Parameter> parameters) {
        if (complete) {
            tally.check("parameter of a sub-model", () -> names(parameters), prefix);
        }
    }

    private List<String> names(List<? extends Parameter> parameters) {
        return parameters.stream()
                .map(Parameter::name)
                .filter(name -> name.startsWith(prefix) && !own.contains(name))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }
}
