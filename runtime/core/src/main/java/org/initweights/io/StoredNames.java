package org.initweights.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.internal.files.load.AxisOrder;

/** The tensors of a file by the names that options give them, where there is no model, and the axes that they get. */
final class StoredNames {

    private final LoadOptions options;
    private final NameMapping mapping;
    private final Map<String, AxisOrder> axes = new HashMap<>();

    private StoredNames(LoadOptions options, NameMapping mapping) {
        this.options = options;
        this.mapping = mapping;
    }

    /**
     * Gives the tensors their names.
     *
     * @throws CheckpointException if two would have one name, or one would have none, a tensor has not as many axes as the options say, or,
     * in strict mode, an
     *     option changes nothing
     */
    static StoredNames of(FileTensors file, LoadOptions options) throws CheckpointException {
        StoredNames names = new StoredNames(options, NameMapping.of(file, options));
        for (Map.Entry<String, LoadableTensor> tensor : names.tensors().entrySet()) {
            if (tensor.getKey().isEmpty() && !tensor.getValue().name().isEmpty()) {
                throw new CheckpointException(
                        file.file(), tensor.getValue().name(), "nothing would be left of its name");
            }
        }
        AxisUse axes = new AxisUse(options);
        for (Map.Entry<String, LoadableTensor> tensor : names.tensors().entrySet()) {
            Optional<AxisChange> change = axes.of(List.of(tensor.getKey()));
            if (change.isPresent()) {
                names.axes.put(tensor.getKey(), order(file, tensor.getKey(), tensor.getValue(), change.get()));
            }
        }
        if (options.mode() == LoadMode.STRICT) {
            List<Mismatch> unused = new ArrayList<>(names.mapping.unused());
            unused.addAll(axes.unused("it matches no tensor of the file"));
            for (Mismatch first : unused) {
                throw new CheckpointException(file.file(), first.toString());
            }
        }
        return names;
    }

    private static AxisOrder order(FileTensors file, String name, LoadableTensor tensor, AxisChange change)
            throws CheckpointException {
        AxisOrder order = change.order();
        if (order.axes().size() != tensor.shape().rank()) {
            throw new CheckpointException(
                    file.file(),
                    name,
                    change + " is for tensors of " + order.axes().size() + " dimensions, and this is "
                            + Arrays.toString(tensor.shape().dims()));
        }
        if (tensor.type().bits() % Byte.SIZE != 0) {
            throw new CheckpointException(
                    file.file(),
                    name,
                    "its elements, " + tensor.type() + ", are no whole bytes, so " + change + " is not possible");
        }
        return order;
    }

    /** The tensors, in the order of the file. */
    Map<String, LoadableTensor> tensors() {
        return mapping.tensors();
    }

    /** The order of the axes of the tensor of this name, if it is another. */
    Optional<AxisOrder> axes(String name) {
        return Optional.ofNullable(axes.get(name));
    }

    /** The names in the file of the tensors that are left alone. */
    List<String> ignored() {
        return List.copyOf(mapping.ignored());
    }

    /** What cannot be read, under its changed name. */
    List<UnreadableTensor> unreadable() {
        return mapping.unreadable().entrySet().stream()
                .map(tensor -> new UnreadableTensor(
                        tensor.getKey(),
                        tensor.getValue().cause(),
                        tensor.getValue().reason()))
                .toList();
    }

    /** Metadata in which other names of tied tensors are changed, too. */
    Map<String, String> metadata(Map<String, String> inFile) {
        Map<String, String> saved = new HashMap<>();
        tensors().forEach((name, tensor) -> saved.put(tensor.name(), name));
        Map<String, String> changed = new LinkedHashMap<>();
        inFile.forEach((key, text) -> {
            String name = saved.get(text);
            changed.put(name == null || saved.containsKey(key) ? key : changed(key), name == null ? text : name);
        });
        return Collections.unmodifiableMap(changed);
    }

    private String changed(String name) {
        String changed = name;
        for (NameChange change : options.names()) {
            changed = change.apply(changed);
        }
        return changed;
    }
}
