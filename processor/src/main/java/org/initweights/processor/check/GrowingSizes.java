package org.initweights.processor.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.initweights.processor.expression.Dimension;

/**
 * The sizes that grow with the width, by what roles say. The same name means one size in one object of a class and another in another: what
 * an output calls {@code out} does not grow, though that of a hidden layer of the same class does. So of an object that has a role, its own
 * roles decide; of others, all. A constant is the same everywhere.
 */
final class GrowingSizes {

    private final Map<String, Set<String>> byHolder = new HashMap<>();
    private final Set<String> constants = new TreeSet<>();
    private final Set<String> all = new TreeSet<>();

    /** Adds what a role of a parameter of {@code holder} says. */
    void grow(String holder, List<Dimension> sizes) {
        Set<String> names = SizeNames.alone(sizes);
        byHolder.computeIfAbsent(holder, any -> new TreeSet<>()).addAll(names);
        constants.addAll(SizeNames.alone(
                sizes.stream().filter(size -> size.size().isPresent()).toList()));
        all.addAll(names);
    }

    /** The names of what grows in an object, as far as is known. */
    Set<String> of(String holder) {
        Set<String> own = byHolder.get(holder);
        if (own == null) {
            return all;
        }
        Set<String> names = new TreeSet<>(own);
        names.addAll(constants);
        return names;
    }
}
