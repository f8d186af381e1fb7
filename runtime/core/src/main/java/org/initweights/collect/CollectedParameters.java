package org.initweights.collect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.internal.files.plan.PlannedParameter;

/**
 * The parameters of a model and of all its sub-models, as they are found. Parameters that are one tensor become one parameter with several
 * names; no two have a name in common.
 */
final class CollectedParameters {

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Origin> origins = new HashMap<>();
    private final OtherNames otherNames = new OtherNames();
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

    /** A parameter, and the names that its tensor is found under. */
    private record Entry(Named parameter, List<String> names) {

        Entry(Named parameter, String name) {
            this(parameter, new ArrayList<>(List.of(name)));
        }
    }

    /** A parameter that can have more names than one. */
    @FunctionalInterface
    private interface Named {
        Parameter named(List<String> names);
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
            entries.add(new Entry(parameter::named, parameter.name()));
        } else {
            entries.get(index).names.add(parameter.name());
        }
    }

    /**
     * Adds a parameter that has no tensor.
     *
     * @throws IllegalArgumentException if its name is taken
     */
    void add(PlannedParameter parameter, Origin origin) {
        take(parameter.name(), origin);
        entries.add(new Entry(parameter::named, parameter.name()));
    }

    /**
     * Adds a name to the parameter of another name.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    void addName(String name, String other, Origin origin) {
        take(name, origin);
        otherNames.add(name, other);
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

    /**
     * The parameters found so far, in the order of their first names, with the names of all places where their models are.
     *
     * @param shared what rules give to tied tensors
     * @throws IllegalArgumentException if a name is to be added to a parameter that there is not
     */
    List<Parameter> inOrder(FoundPlaces places, Collection<SharedTensor> shared) {
        Map<String, Initializer> ruled = new HashMap<>();
        new LinkedHashSet<>(shared).forEach(tensor -> tensor.ruled().ifPresent(rule -> ruled.put(tensor.root(), rule)));
        otherNames.check(entries.stream().flatMap(entry -> entry.names.stream()).toList());
        List<Parameter> parameters = new ArrayList<>();
        for (Entry entry : entries) {
            Parameter parameter = entry.parameter.named(places.all(otherNames.with(entry.names)));
            parameters.add(entry.names.stream()
                    .filter(ruled::containsKey)
                    .findFirst()
                    .map(ruled::get)
                    .map(parameter::with)
                    .orElse(parameter));
        }
        return parameters;
    }
}
