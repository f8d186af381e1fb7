package org.initweights.generated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.initweights.Parameter;
import org.initweights.plan.PlannedParameter;

/**
 * The parameters of a model and of all its sub-models, as they are found. Those that are one tensor become one parameter with several
 * names; no two have a name in common.
 */
final class CollectedParameters {

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Origin> origins = new HashMap<>();
    private final MemoryClaims claims = new MemoryClaims();

    /**
     * Where a parameter is declared.
     *
     * @param model the class of its model
     * @param path the name of the model, with a dot; empty for the outermost
     * @param field its name in the model
     */
    record Origin(Class<?> model, String path, String field) {

        @Override
        public String toString() {
            String at = path.isEmpty() ? "" : " at " + path.substring(0, path.length() - 1);
            return field + " of the " + model.getSimpleName() + at;
        }
    }

    /** A parameter, and the names that it has besides its own. */
    private record Entry(Named parameter, List<String> others) {}

    /** A parameter that can have more names. */
    @FunctionalInterface
    private interface Named {
        Parameter with(List<String> others);
    }

    /**
     * Adds a parameter, or its name to the parameter that is the same tensor.
     *
     * @throws IllegalArgumentException if its name is taken, or if it shares memory without being the same
     */
    void add(StoredParameter parameter, Object tensor, Origin origin) {
        take(parameter.name(), origin);
        int index = claims.claim(parameter, tensor, entries.size());
        if (index == entries.size()) {
            entries.add(new Entry(parameter::alsoNamed, new ArrayList<>()));
        } else {
            entries.get(index).others.add(parameter.name());
        }
    }

    /**
     * Adds a parameter that has no tensor.
     *
     * @throws IllegalArgumentException if its name is taken
     */
    void add(PlannedParameter parameter, Origin origin) {
        take(parameter.name(), origin);
        entries.add(new Entry(others -> parameter, List.of()));
    }

    private void take(String name, Origin origin) {
        Origin other = origins.putIfAbsent(name, origin);
        if (other != null) {
            throw new IllegalArgumentException("two parameters are named " + name
                    + (other.equals(origin)
                            ? ""
                            : ": " + other + ", and " + origin + "; rename one, or use keys without dots"));
        }
    }

    /** Those found so far, in the order of their first names. */
    List<Parameter> inOrder() {
        List<Parameter> parameters = new ArrayList<>();
        for (Entry entry : entries) {
            parameters.add(entry.parameter.with(entry.others));
        }
        return parameters;
    }
}
