package org.initweights.collect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.initweights.collect.Collected.Step;
import org.initweights.internal.select.Binding;
import org.jspecify.annotations.Nullable;

/**
 * The way from a model to its sub-models.
 *
 * @param scopes the rules of the models around them, the outermost first
 * @param position where in a list they are
 * @param absent what becomes of parameters whose fields are null
 * @param isTrained whether training changes what is found
 * @param shared the tensors that tied fields hold, by the name of each field, if they have been surveyed
 * @param copies what begins as copies of something else
 */
record Visits(
        List<RuleScope> scopes,
        Position position,
        Absent absent,
        boolean isTrained,
        Optional<Map<String, SharedTensor>> shared,
        List<Binding> copies) {

    /** The way from the outermost model. */
    static Visits outermost(Absent absent) {
        return new Visits(List.of(), Position.NONE, absent, true, Optional.empty(), List.of());
    }

    /** The way from the outermost model, of whose fields it is known which are tied. */
    static Visits outermost(Absent absent, Map<String, SharedTensor> shared) {
        return new Visits(List.of(), Position.NONE, absent, true, Optional.of(shared), List.of());
    }

    /** The way where fields are tied: if it is not known what they hold, that is all that is looked at. */
    Visits tied() {
        return shared.isPresent() ? this : new Visits(scopes, position, Absent.SURVEYED, isTrained, shared, copies);
    }

    /** The way where one more copy is made. */
    Visits copying(Binding copy) {
        List<Binding> all = new ArrayList<>(copies);
        all.add(copy);
        return new Visits(scopes, position, absent, isTrained, shared, List.copyOf(all));
    }

    /** The tensor that a field shares with those that it is tied to. */
    Optional<SharedTensor> sharedTensor(String path) {
        return shared.flatMap(tensors -> Optional.ofNullable(tensors.get(path)));
    }

    /**
     * Whether a parameter begins as a copy, so that no rule is for it. Rules of models around it, but within the model that says so, are told
     * that they miss one.
     */
    boolean isCopied(String path) {
        Optional<Binding> copy =
                copies.stream().filter(binding -> binding.copies(path)).findFirst();
        copy.ifPresent(binding -> scopes.stream()
                .filter(scope -> scope.isInside(binding.prefix()))
                .forEach(RuleScope::miss));
        return copy.isPresent();
    }

    /** The way where the rules of one more model hold. */
    Visits under(RuleScope scope) {
        List<RuleScope> all = new ArrayList<>(scopes);
        all.add(scope);
        return new Visits(List.copyOf(all), position, absent, isTrained, shared, copies);
    }

    /** The way to what nothing trains. */
    Visits notTrained() {
        return new Visits(scopes, position, absent, false, shared, copies);
    }

    /** The way to one of the things in a holder. */
    private Visits at(Position other) {
        return new Visits(scopes, other, absent, isTrained, shared, copies);
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
