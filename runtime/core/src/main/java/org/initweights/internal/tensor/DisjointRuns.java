package org.initweights.internal.tensor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out whether parts of a tensor have an element in common: of thousands of rows too, since those are sorted first. */
public final class DisjointRuns {

    private DisjointRuns() {}

    /**
     * Two parts that share an element.
     *
     * @param earlier the index of one part
     * @param later the index of the other
     */
    public record Shared(int earlier, int later) {}

    /** The first part that shares an element with one before it, and the first of those; empty if all are disjoint. */
    public static Optional<Shared> firstShared(List<ElementRuns> parts) {
        return areDisjoint(parts) ? Optional.empty() : search(parts);
    }

    private static Optional<Shared> search(List<ElementRuns> parts) {
        for (int later = 1; later < parts.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (parts.get(earlier).meets(parts.get(later))) {
                    return Optional.of(new Shared(earlier, later));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean areDisjoint(List<ElementRuns> parts) {
        Map<Long, List<ElementRuns>> single = new LinkedHashMap<>();
        List<ElementRuns> others = new ArrayList<>();
        for (ElementRuns part : parts) {
            if (part.elements() > 0) {
                (part.count() == 1 ? single.computeIfAbsent(part.every(), every -> new ArrayList<>()) : others)
                        .add(part);
            }
        }
        List<ElementRuns> before = new ArrayList<>();
        for (List<ElementRuns> group : single.values()) {
            if (!followEachOther(group) || !areApart(group, before)) {
                return false;
            }
            before.addAll(group);
        }
        for (ElementRuns part : others) {
            if (!areApart(List.of(part), before)) {
                return false;
            }
            before.add(part);
        }
        return true;
    }

    /** Whether parts of one run a block, in equal blocks, are disjoint. */
    private static boolean followEachOther(List<ElementRuns> group) {
        List<ElementRuns> sorted = group.stream()
                .sorted(Comparator.comparingLong(ElementRuns::first))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).first() + sorted.get(i - 1).run()
                    > sorted.get(i).first()) {
                return false;
            }
        }
        return true;
    }

    private static boolean areApart(List<ElementRuns> some, List<ElementRuns> others) {
        return some.stream().noneMatch(part -> others.stream().anyMatch(part::meets));
    }
}
