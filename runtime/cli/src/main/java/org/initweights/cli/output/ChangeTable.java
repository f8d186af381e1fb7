package org.initweights.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of tensors, a line for each, or a line for those of all layers that are treated alike. */
public final class ChangeTable {

    private ChangeTable() {}

    /** What tensors have in common. */
    private record Kind(String name, String from, String change) {

        static Kind of(TensorChange tensor) {
            return new Kind(TensorChange.pattern(tensor.name()), TensorChange.pattern(tensor.from()), tensor.change());
        }
    }

    /** A line for each tensor. */
    public static Table whole(List<TensorChange> tensors) {
        Table table = new Table(3, "tensor", "from", "change");
        tensors.forEach(tensor ->
                table.add(tensor.name(), orNothing(tensor.from()), tensor.change() + infinite(tensor.overflows())));
        return table;
    }

    /** A line for each kind of tensors. */
    public static Table compact(List<TensorChange> tensors) {
        Map<Kind, List<TensorChange>> kinds = new LinkedHashMap<>();
        tensors.forEach(tensor -> kinds.computeIfAbsent(Kind.of(tensor), kind -> new ArrayList<>())
                .add(tensor));
        Table table = new Table(3, "tensors", "from", "change", "number");
        kinds.forEach((kind, members) -> {
            boolean alone = members.size() == 1;
            table.add(
                    alone ? members.get(0).name() : kind.name(),
                    orNothing(alone ? members.get(0).from() : kind.from()),
                    kind.change()
                            + infinite(members.stream()
                                    .mapToLong(TensorChange::overflows)
                                    .sum()),
                    Numbers.count(members.size()));
        });
        return table;
    }

    private static String orNothing(String name) {
        return name.isEmpty() ? "-" : name;
    }

    private static String infinite(long overflows) {
        return overflows == 0 ? "" : ", " + Numbers.count(overflows, "element") + " became infinite";
    }
}
