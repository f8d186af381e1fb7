package org.initweights.internal.files.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.Parameter;
import org.initweights.internal.expression.Sizes;
import org.initweights.internal.files.json.JsonException;
import org.initweights.internal.files.json.JsonNumber;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.message.Excerpt;
import org.initweights.internal.select.AbsentFields;

/**
 * The plan of a model, as the annotation processor writes it. It names the models of its sub-models, whose plans are beside it.
 *
 * @param file where it is
 * @param plan what is there
 * @param around the models that lead to it, by what they extend and what they have
 */
record ModelPlan(Path file, JsonObject plan, List<String> around) {

    /** How many models may lead to one: enough for real models, and few enough for any stack. */
    static final int DEPTH = 500;

    ModelPlan {
        Optional<JsonNumber> version = plan.find(PlanKeys.MODEL_VERSION).map(JsonValue::asNumber);
        if (version.isPresent() && version.get().longValue() != PlanKeys.CURRENT_MODEL_VERSION) {
            throw new JsonException(
                    Excerpt.of(String.valueOf(file.getFileName())) + " is the plan of a model in version "
                            + Excerpt.of(version.get().text()) + ", and this library reads version "
                            + PlanKeys.CURRENT_MODEL_VERSION
                            + "; the annotation processor and the library must have the same version");
        }
    }

    ModelPlan(Path file, JsonObject plan) {
        this(file, plan, List.of());
    }

    /** Whether it is the plan of a model, and not one of parameters. */
    static boolean isOne(JsonObject plan) {
        return plan.find(PlanKeys.MODEL_VERSION).isPresent()
                || plan.find(PlanKeys.MODEL).isPresent();
    }

    /** The parameters of the model and of its sub-models, in the order of their declaration. */
    List<Parameter> parameters(Sizes sizes) throws IOException {
        List<PlannedParameter> parameters = new ArrayList<>();
        collect(sizes, new HashMap<>(), parameters, new AbsentFields());
        return List.copyOf(parameters);
    }

    /**
     * Collects the parameters.
     *
     * @param ruled the rules that models around this one have for parameters, by name: they win over its own
     * @param absent takes what is not there
     */
    private void collect(
            Sizes sizes, Map<String, JsonValue> ruled, List<PlannedParameter> parameters, AbsentFields absent)
            throws IOException {
        int first = parameters.size();
        JsonValue parent = plan.find(PlanKeys.EXTENDS).orElse(null);
        if (parent != null) {
            beside(parent.asString()).collect(sizes, ruled, parameters, absent);
        }
        if (plan.find(PlanKeys.RULES).isPresent()) {
            addRules(sizes.owner(), ruled);
        }
        for (JsonValue value : plan.get(PlanKeys.MEMBERS).asArray().elements()) {
            JsonObject member = value.asObject();
            if (member.find(PlanKeys.MODEL).isPresent()) {
                collectSubModel(member, sizes, ruled, parameters, absent);
            } else if (isThere(member, sizes)) {
                parameters.add(ParameterReader.read(member, RecordReader.of(file, sizes), ruled));
            } else {
                UnreadSizes.ofParameter(member, sizes);
                absent.add(
                        sizes.owner() + member.get(PlanKeys.NAME).asString(),
                        member.get(PlanKeys.ONLY_IF).asString());
            }
        }
        PlannedBindings.apply(plan, sizes.owner(), parameters.subList(first, parameters.size()), absent);
    }

    /** Whether the model has a parameter that not every model has. */
    private static boolean isThere(JsonObject member, Sizes sizes) {
        String path = sizes.owner() + member.get(PlanKeys.NAME).asString();
        if (member.find(PlanKeys.OPTIONAL).isPresent()) {
            throw ParameterReader.onlyBuilt(path, "whether there is a tensor is known only when the model is built");
        }
        Optional<JsonValue> condition = member.find(PlanKeys.ONLY_IF);
        return condition.isEmpty() || sizes.isTrue(path, condition.get().asString());
    }

    private void addRules(String owner, Map<String, JsonValue> ruled) {
        for (JsonValue value : plan.get(PlanKeys.RULES).asArray().elements()) {
            JsonObject rule = value.asObject();
            for (JsonValue name : rule.get(PlanKeys.WINS).asArray().elements()) {
                String path = owner + name.asString();
                JsonValue use = rule.find(PlanKeys.USE)
                        .orElseThrow(() -> ParameterReader.onlyBuilt(
                                path,
                                "what " + Excerpt.of(rule.get(PlanKeys.RULE).asString())
                                        + " gives it is known only when the model is built"));
                ruled.putIfAbsent(path, use);
            }
        }
    }

    private void collectSubModel(
            JsonObject member,
            Sizes sizes,
            Map<String, JsonValue> ruled,
            List<PlannedParameter> parameters,
            AbsentFields absent)
            throws IOException {
        String name = member.get(PlanKeys.NAME).asString();
        String path = sizes.owner() + name;
        if (name.endsWith("*")) {
            throw ParameterReader.onlyBuilt(
                    path, "how many sub-models there are is known only when the model is built");
        }
        if (member.find(PlanKeys.OPTIONAL).isPresent()) {
            throw ParameterReader.onlyBuilt(path, "whether there is a sub-model is known only when the model is built");
        }
        ModelPlan model = beside(member.get(PlanKeys.MODEL).asString());
        if (model.plan.find(PlanKeys.IMPLEMENTED_BY).isPresent()) {
            throw ParameterReader.onlyBuilt(
                    path, "which of several models it is is known only when the model is built");
        }
        int first = parameters.size();
        model.collect(sizes.of(name), ruled, parameters, absent);
        if (!ParameterReader.isTrainable(member)) {
            parameters.subList(first, parameters.size()).replaceAll(PlannedParameter::notTrained);
        }
    }

    /** The plan of another model: {@code pack.Outer_Inner.json} for {@code pack.Outer.Inner}. */
    private ModelPlan beside(String model) throws IOException {
        List<String> path = new ArrayList<>(around);
        path.add(plan.get(PlanKeys.MODEL).asString());
        if (path.contains(model)) {
            throw new JsonException(Excerpt.of(model) + " contains or extends itself, by way of " + Excerpt.of(path));
        }
        if (path.size() > DEPTH) {
            throw new JsonException("models are nested deeper than " + DEPTH);
        }
        List<String> candidates = ModelFiles.candidates(model);
        for (String name : candidates) {
            Path candidate = file.resolveSibling(name);
            if (Files.exists(candidate)) {
                JsonObject found = PlanFile.object(candidate);
                if (found.get(PlanKeys.MODEL).asString().equals(model)) {
                    return new ModelPlan(candidate, found, path);
                }
            }
        }
        throw new JsonException(
                "the plan of " + Excerpt.of(model) + " is not beside it, as " + Excerpt.of(candidates.get(0)));
    }
}
