package org.initweights.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tensors of a file by the names that they have in the model. */
final class NameMapping {

    private final Map<String, LoadableTensor> tensors = new LinkedHashMap<>();
    private final Map<String, UnreadableTensor> unreadable = new LinkedHashMap<>();
    private final List<Mismatch> unused = new ArrayList<>();

    private NameMapping() {}

    /**
     * Changes the names of tensors.
     *
     * @throws CheckpointException if two tensors would have one name
     */
    static NameMapping of(FileTensors file, List<NameChange> changes) throws CheckpointException {
        NameMapping mapping = new NameMapping();
        TreeSet<Integer> useful = new TreeSet<>();
        for (LoadableTensor tensor : file.tensors()) {
            String name = changed(tensor.name(), changes, useful);
            LoadableTensor other = mapping.tensors.put(name, tensor);
            if (other != null) {
                throw new CheckpointException(
                        file.file(),
                        other.name() + " and " + tensor.name() + " would both be " + name
                                + " in the model; change the names so that each has one of its own");
            }
        }
        for (UnreadableTensor tensor : file.unreadable()) {
            mapping.unreadable.put(changed(tensor.name(), changes, useful), tensor);
        }
        for (int i = 0; i < changes.size(); i++) {
            if (!useful.contains(i) && !file.isEmpty()) {
                mapping.unused.add(new Mismatch.Unusable(changes.get(i).toString(), "it changes no name of the file"));
            }
        }
        return mapping;
    }

    /**
     * A name after all changes.
     *
     * @param useful gets the numbers of those that changed it
     */
    private static String changed(String name, List<NameChange> changes, Set<Integer> useful) {
        String changed = name;
        for (int i = 0; i < changes.size(); i++) {
            String next = changes.get(i).apply(changed);
            if (!next.equals(changed)) {
                useful.add(i);
            }
            changed = next;
        }
        return changed;
    }

    /** The tensors, in the order of the file, by their names in the model. */
    Map<String, LoadableTensor> tensors() {
        return tensors;
    }

    /** What cannot be read, by its name in the model. */
    Map<String, UnreadableTensor> unreadable() {
        return unreadable;
    }

    /** The changes that changed nothing. */
    List<Mismatch> unused() {
        return unused;
    }
}
