package org.initweights.internal.select;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
        Set<Integer> reported = new HashSet<>();
        for (int tensor = 0; tensor < tensors.size(); tensor++) {
            Way<Integer> way = Way.from(tensor, at -> Optional.ofNullable(other(at)));
            if (!way.circle().isEmpty()) {
                if (reported.addAll(way.circle())) {
                    int last =
                            way.circle().stream().mapToInt(this::reason).max().orElseThrow();
                    cycle.found(way.round(member -> tensors.get(member).name()), last);
                }
            } else if (way.end() != tensor) {
                roots.put(tensor, way.end());
            }
        }
        return roots;
    }

    /** The number of the binding that binds a tensor which is bound. */
    int reason(int tensor) {
        return Objects.requireNonNull(bound.get(tensor), "it is bound").number;
    }

    /** Takes a cycle. */
    @FunctionalInterface
    interface Cycle {
        void found(String round, int number);
    }
}
