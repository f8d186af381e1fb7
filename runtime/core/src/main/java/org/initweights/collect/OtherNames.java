package org.initweights.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.initweights.internal.message.Spelling;
import org.initweights.internal.select.Way;

/** Names that are given to parameters of other names. */
final class OtherNames {

    private final Map<String, String> otherOf = new LinkedHashMap<>();

    /** Gives a name to the parameter that has another, or will have it. */
    void add(String name, String other) {
        otherOf.put(name, other);
    }

    /**
     * Checks that each name is given to a parameter.
     *
     * @param names what the parameters are named already
     * @throws IllegalArgumentException if there is no parameter of a name, or names are given to each other in a circle
     */
    void check(List<String> names) {
        Set<String> known = new HashSet<>(names);
        otherOf.keySet().forEach(name -> {
            Way<String> way = Way.from(name, at -> Optional.ofNullable(otherOf.get(at)));
            way.circle().stream().findFirst().ifPresent(first -> {
                throw new IllegalArgumentException(first + ": tied to " + otherOf.get(first)
                        + ", which leads back to it; one of them needs a tensor [TieCycle]");
            });
            String at = way.end();
            if (!known.contains(at)) {
                throw new IllegalArgumentException(name + ": tied to " + at + ", but there is no such parameter"
                        + Spelling.closest(at, names)
                                .map(path -> "; did you mean " + path + "?")
                                .orElse("")
                        + " [UnknownParameter]");
            }
        });
    }

    /** These names of one parameter, and then those that are given to it. */
    List<String> with(List<String> names) {
        if (otherOf.isEmpty()) {
            return names;
        }
        Map<String, List<String>> given = new HashMap<>();
        otherOf.forEach((name, other) ->
                given.computeIfAbsent(other, key -> new ArrayList<>()).add(name));
        List<String> all = new ArrayList<>(names);
        for (int i = 0; i < all.size(); i++) {
            all.addAll(given.getOrDefault(all.get(i), List.of()));
        }
        return all;
    }
}
