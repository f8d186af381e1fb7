package org.initweights.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.initweights.TensorShape;
import org.initweights.internal.select.Binding;
import org.initweights.internal.select.BoundTensor;
import org.initweights.internal.select.TieGraph;
import org.initweights.internal.tensor.Memory;
import org.jspecify.annotations.Nullable;

/** What the fields of a model with ties hold before anything is allocated. */
final class Survey {

    private final List<Field> fields = new ArrayList<>();

    /**
     * A field that a parameter is kept in.
     *
     * @param tensor what it holds
     * @param memory what that lies in
     * @param isSettable whether it can be given another tensor
     */
    record Field(
            String name,
            TensorType<?> type,
            @Nullable Object tensor,
            @Nullable Object memory,
            TensorShape shape,
            boolean isTrained,
            boolean isSettable) {}

    void add(Field field) {
        fields.add(field);
    }

    /**
     * The tensors of tied fields, by the name of each field.
     *
     * @throws IllegalArgumentException if a tie names no parameter, or ties what cannot be one tensor
     */
    Map<String, SharedTensor> shared(List<Binding> bindings, FoundPlaces places) {
        List<BoundTensor> tensors = fields.stream()
                .map(field -> new BoundTensor(
                        places.all(List.of(field.name)), field.shape, field.type.toString(), field.isTrained))
                .toList();
        TieGraph ties = TieGraph.of(tensors, bindings);
        ties.faults().stream().findFirst().ifPresent(fault -> {
            throw fault.exception();
        });
        Map<Integer, List<Field>> groups = new TreeMap<>();
        ties.roots()
                .forEach((tied, root) -> groups.computeIfAbsent(root, key -> new ArrayList<>(List.of(fields.get(root))))
                        .add(fields.get(tied)));
        Map<String, SharedTensor> shared = new HashMap<>();
        groups.forEach((root, group) -> {
            SharedTensor tensor = new SharedTensor(fields.get(root).name, fields.get(root).shape, tensor(group));
            group.forEach(field -> shared.put(field.name, tensor));
        });
        return shared;
    }

    /** What tied fields hold: that of a field which cannot be given another tensor comes first. */
    private static @Nullable Object tensor(List<Field> group) {
        Field holder = null;
        for (Field field : group) {
            if (field.tensor == null || (field.isSettable && holder != null)) {
                continue;
            }
            if (holder != null && !holder.isSettable) {
                checkSame(holder, field);
            } else {
                holder = field;
            }
        }
        return holder == null ? null : holder.tensor;
    }

    private static void checkSame(Field first, Field second) {
        if (!Memory.isSame(
                Objects.requireNonNull(first.memory, "it holds a tensor"),
                Objects.requireNonNull(second.memory, "it holds a tensor"))) {
            throw new IllegalArgumentException(second.name + ": tied to " + first.name
                    + ", but each holds a tensor of its own in a field that is final or has no setter; make one of them"
                    + " null, so that it is given the other's, or assign both the same tensor [TieConflict]");
        }
    }
}
