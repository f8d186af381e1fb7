package org.initweights.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The places where models are found. A model that is found twice has its parameters once, under two names. */
final class FoundPlaces {

    /** If models share models which share models, the number of names grows without limit. */
    static final int MOST_NAMES = 1000;

    private final IdentityHashMap<Object, String> first = new IdentityHashMap<>();
    private final Map<String, List<String>> again = new HashMap<>();

    /**
     * Whether a model, or what holds models, is found for the first time.
     *
     * @param path its name; empty for the outermost
     */
    boolean isNew(Object found, String path) {
        String known = first.putIfAbsent(found, path);
        // What leads back to a model around it would have names that never end.
        if (known != null && !known.isEmpty() && !path.startsWith(known + ".")) {
            again.computeIfAbsent(known, key -> new ArrayList<>()).add(path);
        }
        return known == null;
    }

    /** Whether a model has been found. */
    boolean has(Object found) {
        return first.containsKey(found);
    }

    /** These names of a parameter, and then those that it has because a model around it is found again. */
    List<String> all(List<String> names) {
        Set<String> all = new LinkedHashSet<>(names);
        List<String> pending = new ArrayList<>(all);
        for (int i = 0; i < pending.size() && !again.isEmpty(); i++) {
            String name = pending.get(i);
            for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
                for (String other : again.getOrDefault(name.substring(0, dot), List.of())) {
                    String renamed = other + name.substring(dot);
                    if (all.size() < MOST_NAMES && all.add(renamed)) {
                        pending.add(renamed);
                    }
                }
            }
        }
        return List.copyOf(all);
    }
}
