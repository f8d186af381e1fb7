package org.initweights.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The tensors of a file by the names that they have in the model. */
final class NameMapping {

    private final Map<String, LoadableTensor> tensors = new LinkedHashMap<>();
    private final List<Mismatch> unused = new ArrayList<>();

    private NameMapping() {}

    /**
     * Changes the names of tensors.
     *
     * @throws CheckpointException if two tensors would have one name
     */
    static NameMapping of(Path file, Collection<? extends LoadableTensor> tensors, List<NameChange> changes)
            throws CheckpointException {
        NameMapping mapping = new NameMapping();
        TreeSet<Integer> useful = new TreeSet<>();
        for (LoadableTensor tensor : tensors) {
            String name = tensor.name();
            for (int i = 0; i < changes.size(); i++) {
                String changed = changes.get(i).apply(name);
                if (!changed.equals(name)) {
                    useful.add(i);
                }
                name = changed;
            }
            mapping.put(file, name, tensor);
        }
        for (int i = 0; i < changes.size(); i++) {
            if (!useful.contains(i) && !tensors.isEmpty()) {
                mapping.unused.add(new Mismatch.Unusable(changes.get(i).toString(), "it changes no name of the file"));
            }
        }
        return mapping;
    }

    private void put(Path file, String name, LoadableTensor tensor) throws CheckpointException {
        LoadableTensor other = tensors.put(name, tensor);
        if (other != null) {
            throw new CheckpointException(
                    file,
                    other.name() + " and " + tensor.name() + " would both be " + name
                            + " in the model; change the names so that each has one of its own");
        }
    }

    /** The tensors, in the order of the file, by their names in the model. */
    Map<String, LoadableTensor> tensors() {
        return tensors;
    }

    /** The changes that changed nothing. */
    List<Mismatch> unused() {
        return unused;
    }
}
