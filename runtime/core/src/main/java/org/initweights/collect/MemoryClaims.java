package org.initweights.collect;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.initweights.internal.tensor.Memory;
import org.initweights.internal.tensor.Region;
import org.jspecify.annotations.Nullable;

/** Which parameter has which memory: none is written twice. */
final class MemoryClaims {

    /** How many rows a message names. */
    private static final int MOST_ROWS = 8;

    /** What has a whole array. Rows of one parameter share one claim. */
    private final IdentityHashMap<Object, Claim> arrays = new IdentityHashMap<>();

    /** What has parts of arrays or of the memory outside the heap, by where the parts begin. */
    private final IdentityHashMap<Object, NavigableMap<Long, Claim>> parts = new IdentityHashMap<>();

    /**
     * @param number the number that the parameter has been given
     */
    private record Claim(StoredParameter parameter, Object tensor, int number) {

        /** The part of this claim that a region overlaps. */
        int indexIn(List<Region> regions, Region other) {
            return IntStream.range(0, regions.size())
                    .filter(i -> regions.get(i).overlaps(other))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * Takes the memory of a tensor for a parameter.
     *
     * @param number the number that the parameter is given if no other is the same tensor
     * @return {@code number}, or the number of an earlier parameter which is the same tensor
     * @throws IllegalArgumentException if it overlaps itself or, without being the same, another
     */
    int claim(StoredParameter parameter, Object tensor, int number) {
        List<Region> regions = Memory.of(tensor);
        checkRows(parameter, regions);
        for (int i = 0; i < regions.size(); i++) {
            Claim other = find(regions.get(i));
            if (other != null) {
                checkSame(parameter, tensor, regions, i, other);
                return other.number;
            }
        }
        Claim claim = new Claim(parameter, tensor, number);
        regions.stream().filter(region -> !region.isEmpty()).forEach(region -> put(region, claim));
        return number;
    }

    private void put(Region region, Claim claim) {
        if (region.base() == claim.tensor || claim.tensor instanceof Object[]) {
            arrays.put(region.base(), claim);
        } else {
            parts.computeIfAbsent(region.base(), base -> new TreeMap<>()).put(region.from(), claim);
        }
    }

    /** What shares memory with a region. */
    private @Nullable Claim find(Region region) {
        if (region.isEmpty()) {
            return null;
        }
        Claim whole = arrays.get(region.base());
        NavigableMap<Long, Claim> some = parts.get(region.base());
        if (whole != null || some == null) {
            return whole;
        }
        // Claims are disjoint, so that the last one which begins before the end reaches furthest.
        Map.Entry<Long, Claim> last = some.lowerEntry(region.to());
        boolean shared =
                last != null && Memory.of(last.getValue().tensor).stream().anyMatch(other -> other.overlaps(region));
        return shared ? last.getValue() : null;
    }

    private static void checkRows(StoredParameter parameter, List<Region> regions) {
        IdentityHashMap<Object, Integer> seen = new IdentityHashMap<>();
        for (int i = 0; i < regions.size(); i++) {
            Object array = regions.get(i).base();
            if (!regions.get(i).isEmpty() && seen.putIfAbsent(array, i) != null) {
                List<String> same = IntStream.range(0, regions.size())
                        .filter(row -> regions.get(row).base() == array)
                        .mapToObj(row -> row(parameter, row))
                        .toList();
                throw new IllegalArgumentException(parameter.name() + ": its rows " + joined(same)
                        + " are one array; make a new array for each row");
            }
        }
    }

    private static String joined(List<String> rows) {
        int last = Math.min(rows.size(), MOST_ROWS) - 1;
        return rows.stream().limit(last).collect(Collectors.joining(", "))
                + (rows.size() > MOST_ROWS ? ", … (" + rows.size() + " altogether)" : " and " + rows.get(last));
    }

    private static void checkSame(
            StoredParameter parameter, Object tensor, List<Region> regions, int index, Claim other) {
        List<Region> others = Memory.of(other.tensor);
        if (tensor != other.tensor && !Memory.isSame(regions, others)) {
            Region mine = regions.get(index);
            int otherIndex = other.indexIn(others, mine);
            Region its = others.get(otherIndex);
            throw new IllegalArgumentException(parameter.name() + ": shares memory with " + other.parameter.name()
                    + ", so one would overwrite the other: "
                    + part(parameter, regions, index, its) + (regions.size() > 1 ? " is " : " are ")
                    + part(other.parameter, others, otherIndex, mine) + " of " + other.parameter.name()
                    + "; give each memory of its own, or @Skip the one that is only a view");
        }
        List<String> differences = differences(parameter, other.parameter);
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException(parameter.name() + ": the same storage as " + other.parameter.name()
                    + ", which " + String.join(" and ", differences) + "; @Skip the one that is only another name");
        }
    }

    private static String part(StoredParameter parameter, List<Region> regions, int index, Region other) {
        return regions.size() > 1
                ? "row " + row(parameter, index)
                : "elements " + regions.get(index).sharedWith(other);
    }

    /** The indices of a row: the one of a matrix, in brackets those of more dimensions. */
    private static String row(StoredParameter parameter, int row) {
        int rank = parameter.shape().rank();
        if (rank == 2) {
            return Integer.toString(row);
        }
        StringBuilder indices = new StringBuilder();
        long rest = row;
        for (int axis = rank - 2; axis >= 0; axis--) {
            indices.insert(0, "[" + rest % parameter.shape().size(axis) + "]");
            rest /= parameter.shape().size(axis);
        }
        return indices.toString();
    }

    /** What another parameter of the same memory has otherwise. */
    private static List<String> differences(StoredParameter parameter, StoredParameter other) {
        List<String> differences = new ArrayList<>();
        if (parameter.dtype() != other.dtype()) {
            differences.add("holds " + other.dtype() + ", not " + parameter.dtype());
        }
        if (!parameter.shape().toString().equals(other.shape().toString())) {
            differences.add("has the shape " + other.shape() + ", not " + parameter.shape());
        } else if (!parameter.shape().equals(other.shape())) {
            differences.add("has other roles of its axes (layout, groups, packed or stacked)");
        }
        if (parameter.isTrainable() != other.isTrainable()) {
            differences.add(other.isTrainable() ? "is trained" : "is not trained");
        }
        if (parameter.start() instanceof Start.Given mine
                && other.start() instanceof Start.Given its
                && !mine.fill().equals(its.fill())) {
            differences.add("starts as " + its.fill() + ", not as " + mine.fill());
        }
        return differences;
    }
}
