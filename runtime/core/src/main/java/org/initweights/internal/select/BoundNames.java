package org.initweights.internal.select;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.initweights.internal.message.Spelling;
import org.jspecify.annotations.Nullable;

/** Tensors by all their names, and which of them is bound to which. */
final class BoundNames {

    private final List<BoundTensor> tensors;
    private final Map<String, Integer> byName = new HashMap<>();

    /** What each is bound to, and the number of the binding that says so. */
    private final Map<Integer, Bond> bound = new HashMap<>();

    private record Bond(int other, int number) {}

    BoundNames(List<BoundTensor> tensors) {
        this.tensors = tensors;
        for (int i = 0; i < tensors.size(); i++) {
            for (String name : tensors.get(i).names()) {
                byName.putIfAbsent(name, i);
            }
        }
    }

    @Nullable
    Integer find(String name) {
        return byName.get(name);
    }

    /** That there is no parameter of a name, with the one that may be meant. */
    String unknown(Binding binding, String name) {
        List<String> known = new ArrayList<>();
        byName.keySet().stream()
                .filter(path -> path.startsWith(binding.prefix()))
                .forEach(path -> known.add(path.substring(binding.prefix().length())));
        Optional<String> closest = Spelling.closest(name, known);
        return "there is no parameter " + name
                + closest.map(path -> "; did you mean " + path + "?")
                        .orElse("; a name is the way through the model's fields, as parameters(model) lists it");
    }

    /** What a tensor is bound to so far. */
    @Nullable
    Integer other(int tensor) {
        Bond bond = bound.get(tensor);
        return bond == null ? null : bond.other;
    }

    void bind(int tensor, int other, int number) {
        bound.put(tensor, new Bond(other, number));
    }

    /**
     * What each bound tensor is bound to in the end, which is bound to nothing.
     *
     * @param cycle takes each cycle once: its names, and the number of what closes it
     */
    Map<Integer, Integer> roots(Cycle cycle) {
        Map<Integer, Integer> roots = new HashMap<>();
        Set<Integer> reported = new LinkedHashSet<>();
        for (int tensor = 0; tensor < tensors.size(); tensor++) {
            Set<Integer> way = new LinkedHashSet<>();
            int at = tensor;
            for (Bond bond = bound.get(at); bond != null && way.add(at); bond = bound.get(at)) {
                at = bond.other;
            }
            if (bound.containsKey(at)) {
                // A way into a cycle that is known says nothing new.
                if (!reported.contains(at)) {
                    reported.addAll(way);
                    int start = at;
                    int last = way.stream()
                            .dropWhile(member -> member != start)
                            .mapToInt(this::reason)
                            .max()
                            .orElseThrow();
                    cycle.found(round(way, start), last);
                }
            } else if (at != tensor) {
                roots.put(tensor, at);
            }
        }
        return roots;
    }

    /** The names on a way that leads back to {@code start}, from there on and to there again. */
    private List<String> round(Set<Integer> way, int start) {
        List<String> names = new ArrayList<>();
        way.stream()
                .dropWhile(member -> member != start)
                .forEach(member -> names.add(tensors.get(member).name()));
        names.add(tensors.get(start).name());
        return names;
    }

    /** The number of the binding that binds a tensor which is bound. */
    int reason(int tensor) {
        return Objects.requireNonNull(bound.get(tensor), "it is bound").number;
    }

    /** Takes a cycle. */
    @FunctionalInterface
    interface Cycle {
        void found(List<String> names, int number);
    }
}
