package org.initweights.collect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.initweights.collect.Collected.Step;
import org.jspecify.annotations.Nullable;

/**
 * The way from a model to its sub-models.
 *
 * @param scopes the rules of the models around them, the outermost first
 * @param position where in a list they are
 * @param absent what becomes of parameters whose fields are null
 */
record Visits(List<RuleScope> scopes, Position position, Absent absent) {

    /** The way from the outermost model. */
    static Visits outermost(Absent absent) {
        return new Visits(List.of(), Position.NONE, absent);
    }

    /** The way where the rules of one more model hold. */
    Visits under(RuleScope scope) {
        List<RuleScope> all = new ArrayList<>(scopes);
        all.add(scope);
        return new Visits(List.copyOf(all), position, absent);
    }

    /** The way to one of the things in a holder. */
    private Visits at(Position other) {
        return new Visits(scopes, other, absent);
    }

    /**
     * What a model declares, in its order.
     *
     * @param path its name; empty for the outermost
     * @param declared the {@code collect} method for the type that is known of it, where nothing was generated for the class that it is
     */
    List<Step> walked(String path, Object model, BiConsumer<?, ParameterCollector> declared) {
        ModelClass type = Models.of(model.getClass());
        List<Step> steps = new ArrayList<>();
        if (type.isSkipped()) {
            return steps;
        }
        // Whatever the class of a model is, a collect method takes it: its own or a superclass's.
        @SuppressWarnings("unchecked")
        BiConsumer<Object, ParameterCollector> walk =
                (BiConsumer<Object, ParameterCollector>) type.walk().orElse(declared);
        walk.accept(model, new ParameterCollector(steps, model, path.isEmpty() ? "" : path + ".", this));
        if (type.isModel() || steps.isEmpty()) {
            type.leftOut().ifPresent(problem -> {
                throw new IllegalArgumentException((path.isEmpty() ? "the model" : path) + " is " + problem);
            });
        }
        return steps;
    }

    /** The visit of a sub-model, which must be there, unless it was visited before. */
    Step model(String path, @Nullable Object model, BiConsumer<?, ParameterCollector> declared) {
        if (model == null) {
            throw missing(path, "a sub-model is");
        }
        return collected -> collected.isFirstVisit(model, path) ? walked(path, model, declared) : missed();
    }

    /**
     * The visits of the sub-models that something holds.
     *
     * @param depth how many holders there are around a sub-model
     */
    List<Step> held(String path, int depth, @Nullable Object held, BiConsumer<?, ParameterCollector> declared) {
        if (held == null) {
            throw missing(path, depth == 0 ? "a sub-model is" : "sub-models are");
        }
        if (depth == 0 || Models.of(held.getClass()).isModel()) {
            return List.of(model(path, held, declared));
        }
        List<Step> steps = new ArrayList<>();
        Holders.each(
                path,
                position,
                HolderOrder.settled(path, held),
                (name, at, inner) -> steps.addAll(at(at).held(name, depth - 1, inner, declared)));
        return steps;
    }

    /** The rules around a sub-model that was visited before are not told of it. */
    private List<Step> missed() {
        scopes.forEach(RuleScope::miss);
        return List.of();
    }

    /**
     * The visit of something that may be a model, may hold models, or may be anything else.
     *
     * @param depth how many holders there are at least
     */
    Step any(String path, int depth, @Nullable Object value) {
        if (value == null) {
            return collected -> List.of();
        }
        return collected -> collected.isFirstVisit(value, path) ? found(path, depth, value) : missed();
    }

    private List<Step> found(String path, int depth, Object value) {
        ModelClass type = Models.of(value.getClass());
        boolean isHolder = depth > 0 || Holders.isHolder(value);
        if (type.isModel() || type.isSkipped() || !isHolder) {
            return walked(path, value, (model, collector) -> {});
        }
        List<Step> steps = new ArrayList<>();
        Object settled = needsOrder(value) ? HolderOrder.settled(path, value) : value;
        Holders.each(
                path, position, settled, (name, at, held) -> steps.add(at(at).any(name, Math.max(0, depth - 1), held)));
        return steps;
    }

    /** Whether the order and the names in a holder matter: those of a set or a map in which, at any depth, there is a model. */
    private static boolean needsOrder(Object holder) {
        return (holder instanceof Map || holder instanceof Set) && holdsModels(holder);
    }

    /** Goes on in a loop, since holders may be nested deeper than a stack is. */
    private static boolean holdsModels(Object holder) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> left = new ArrayDeque<>(List.of(holder));
        AtomicBoolean found = new AtomicBoolean();
        while (!left.isEmpty() && !found.get()) {
            Holders.each("", Position.NONE, left.pop(), (name, at, held) -> {
                if (held != null && Models.of(held.getClass()).isModel()) {
                    found.set(true);
                } else if (held != null && Holders.isHolder(held) && seen.add(held)) {
                    left.push(held);
                }
            });
        }
        return found.get();
    }

    private static IllegalArgumentException missing(String path, String what) {
        return new IllegalArgumentException(path + ": null where " + what
                + " expected; create it before the weights are initialised, or mark the field @Nullable");
    }
}
