package org.initweights.internal.files.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.initweights.internal.files.json.JsonException;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.select.AbsentFields;
import org.initweights.internal.select.Binding;
import org.initweights.internal.select.BindingFault;
import org.initweights.internal.select.BoundTensor;
import org.initweights.internal.select.CopyGraph;
import org.initweights.internal.select.TieGraph;

/** The ties and copies of the plan of a model. */
final class PlannedBindings {

    private PlannedBindings() {}

    /**
     * Ties and copies parameters as a model says.
     *
     * @param parameters those of the model, and what it has
     * @param owner the name of the model, with a dot; empty for the outermost
     * @param absent what the model could have and has not
     * @throws IllegalArgumentException if a tie or a copy does not fit the parameters
     */
    static void apply(JsonObject model, String owner, List<PlannedParameter> parameters, AbsentFields absent) {
        List<Binding> ties = absent.tied(bindings(
                model, PlanKeys.TIES, tie -> Binding.tie(owner, text(tie, PlanKeys.PARAM), text(tie, PlanKeys.TO))));
        if (!ties.isEmpty()) {
            TieGraph found = TieGraph.of(tensors(parameters), ties);
            refuse(found.faults());
            tie(parameters, found.roots());
        }
        List<Binding> copies = absent.copied(
                bindings(
                        model,
                        PlanKeys.COPIES,
                        copy -> Binding.copy(owner, text(copy, PlanKeys.PARAM), text(copy, PlanKeys.FROM))),
                parameters.stream()
                        .flatMap(parameter -> parameter.names().stream())
                        .toList());
        if (!copies.isEmpty()) {
            CopyGraph found = CopyGraph.of(tensors(parameters), copies);
            refuse(found.faults());
            found.sources()
                    .forEach((copy, source) ->
                            parameters.set(copy, parameters.get(copy).copying(parameters.get(source))));
        }
    }

    private static void tie(List<PlannedParameter> parameters, Map<Integer, Integer> roots) {
        new TreeMap<>(roots).forEach((tied, root) -> {
            List<String> names = new ArrayList<>(parameters.get(root).names());
            names.addAll(parameters.get(tied).names());
            parameters.set(root, parameters.get(root).named(names));
        });
        List<Integer> tied = new ArrayList<>(roots.keySet());
        tied.sort(Comparator.reverseOrder());
        tied.forEach(index -> parameters.remove((int) index));
    }

    private static List<Binding> bindings(JsonObject model, String key, Function<JsonObject, Binding> binding) {
        return model.find(key)
                .map(all -> all.asArray().elements().stream()
                        .map(JsonValue::asObject)
                        .map(binding)
                        .toList())
                .orElse(List.of());
    }

    private static String text(JsonObject binding, String key) {
        return binding.get(key).asString();
    }

    private static List<BoundTensor> tensors(List<PlannedParameter> parameters) {
        return parameters.stream().map(BoundTensor::of).toList();
    }

    private static void refuse(List<BindingFault> faults) {
        faults.stream().findFirst().ifPresent(fault -> {
            throw new JsonException(fault.message() + " [" + fault.id() + "]");
        });
    }
}
