package org.initweights.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.initweights.internal.select.NamePattern;

/** The tensors of a file by the names that they have in the model. */
final class NameMapping {

    private final Path file;
    private final List<NameChange> changes;
    private final List<NamePattern> patterns;
    private final Map<String, LoadableTensor> tensors = new LinkedHashMap<>();
    private final Map<String, UnreadableTensor> unreadable = new LinkedHashMap<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<Mismatch> unused = new ArrayList<>();

    /** The name in the file of what has a name in the model. */
    private final Map<String, String> sources = new HashMap<>();

    /** The changes and patterns that some name of the file is for. */
    private final Set<Object> useful = new HashSet<>();

    private NameMapping(Path file, LoadOptions options) {
        this.file = file;
        this.changes = options.names();
        this.patterns = options.ignored();
    }

    /**
     * Changes the names of tensors.
     *
     * @throws CheckpointException if two tensors would have one name
     */
    static NameMapping of(FileTensors file, LoadOptions options) throws CheckpointException {
        NameMapping mapping = new NameMapping(file.file(), options);
        for (LoadableTensor tensor : file.tensors()) {
            Optional<String> name = mapping.nameInModel(tensor.name());
            name.ifPresent(model -> mapping.tensors.put(model, tensor));
        }
        for (UnreadableTensor tensor : file.unreadable()) {
            Optional<String> name = mapping.nameInModel(tensor.name());
            name.ifPresent(model -> mapping.unreadable.put(model, tensor));
        }
        if (!file.isEmpty()) {
            mapping.findUnused();
        }
        return mapping;
    }

    /** What a tensor is called in the model; empty if it is to be ignored. */
    private Optional<String> nameInModel(String nameInFile) throws CheckpointException {
        String name = changed(nameInFile);
        if (isIgnored(name)) {
            ignored.add(nameInFile);
            return Optional.empty();
        }
        String other = sources.put(name, nameInFile);
        if (other != null) {
            throw new CheckpointException(
                    file,
                    other + " and " + nameInFile + " would both be " + name
                            + " in the model; change the names so that each has one of its own");
        }
        return Optional.of(name);
    }

    private String changed(String name) {
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

    private boolean isIgnored(String name) {
        boolean isIgnored = false;
        for (NamePattern pattern : patterns) {
            if (pattern.matches(name)) {
                useful.add(pattern);
                isIgnored = true;
            }
        }
        return isIgnored;
    }

    private void findUnused() {
        for (int i = 0; i < changes.size(); i++) {
            if (!useful.contains(i)) {
                unused.add(new Mismatch.Unusable(changes.get(i).toString(), "it changes no name of the file"));
            }
        }
        for (NamePattern pattern : patterns) {
            if (!useful.contains(pattern)) {
                unused.add(
                        new Mismatch.Unusable(LoadOptions.ignoringWords(pattern), "it matches no tensor of the file"));
            }
        }
    }

    /** The tensors, in the order of the file, by their names in the model. */
    Map<String, LoadableTensor> tensors() {
        return tensors;
    }

    /** What cannot be read, by its name in the model. */
    Map<String, UnreadableTensor> unreadable() {
        return unreadable;
    }

    /** The names in the file of what is ignored. */
    List<String> ignored() {
        return ignored;
    }

    /** The changes that changed nothing, and the patterns that match nothing. */
    List<Mismatch> unused() {
        return unused;
    }
}
