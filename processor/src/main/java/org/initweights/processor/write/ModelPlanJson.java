package org.initweights.processor.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.internal.files.json.JsonArray;
import org.initweights.internal.files.json.JsonNumber;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonString;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.files.json.JsonWriter;
import org.initweights.internal.files.plan.ModelFiles;
import org.initweights.internal.files.plan.MupJson;
import org.initweights.internal.files.plan.PlanKeys;
import org.initweights.internal.files.plan.RecordJson;
import org.initweights.internal.files.plan.RecordTypes;
import org.initweights.internal.files.plan.ShapeJson;
import org.initweights.internal.rule.LastingRule;
import org.initweights.internal.rule.MupRoles;
import org.initweights.internal.select.Binding;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.Presence;
import org.initweights.processor.model.RuleSpec;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.model.SliceSpec;
import org.initweights.processor.model.SubModelSpec;
import org.initweights.processor.model.TieSpec;
import org.initweights.processor.name.ClassRef;
import org.initweights.processor.resolve.ResolvedModel;
import org.initweights.processor.resolve.ResolvedParameter;

/**
 * A model's plan as data: what each parameter will hold, in the order of declaration, so that a review shows what changed, and so that
 * {@link org.initweights.Plan#read} can make a checkpoint of it.
 */
public final class ModelPlanJson {

    private ModelPlanJson() {}

    /** The path of the file among the compiled classes. */
    public static String path(ModelSpec model) {
        return ModelFiles.plan(model.name().packageName(), model.name().simpleNames());
    }

    /** The file. */
    public static String of(ResolvedModel resolved) {
        ModelSpec model = resolved.spec();
        Map<String, JsonValue> plan = new LinkedHashMap<>();
        plan.put(PlanKeys.MODEL_VERSION, JsonNumber.of(PlanKeys.CURRENT_MODEL_VERSION));
        plan.put(PlanKeys.MODEL, text(model.name().canonicalName()));
        model.parent()
                .ifPresent(
                        parent -> plan.put(PlanKeys.EXTENDS, text(parent.name().canonicalName())));
        if (model.isAbstract() || !model.alternatives().isEmpty()) {
            plan.put(
                    PlanKeys.IMPLEMENTED_BY,
                    array(
                            model.alternatives(),
                            alternative -> text(alternative.type().name().canonicalName())));
        }
        List<Member> there = model.members().stream()
                .filter(member ->
                        !(member instanceof ParameterSpec parameter && parameter.presence() instanceof Presence.Never))
                .toList();
        plan.put(PlanKeys.MEMBERS, array(there, member -> member(resolved, member)));
        if (!model.rules().isEmpty()) {
            plan.put(PlanKeys.RULES, array(model.rules(), ModelPlanJson::rule));
        }
        List<Binding> ties =
                ofWhatIsThere(model, model.ties().stream().map(TieSpec::binding).toList());
        if (!ties.isEmpty()) {
            plan.put(PlanKeys.TIES, array(ties, tie -> binding(tie, PlanKeys.TO)));
        }
        List<Binding> copies = ofWhatIsThere(model, model.copies());
        if (!copies.isEmpty()) {
            plan.put(PlanKeys.COPIES, array(copies, copy -> binding(copy, PlanKeys.FROM)));
        }
        return JsonWriter.indented(new JsonObject(plan)) + "\n";
    }

    /** The ties or copies to parameters that a model may have. */
    private static List<Binding> ofWhatIsThere(ModelSpec model, List<Binding> bindings) {
        return bindings.stream()
                .filter(binding -> model.members().stream()
                        .noneMatch(member -> member instanceof ParameterSpec parameter
                                && parameter.presence() instanceof Presence.Never
                                && parameter.name().equals(binding.param())))
                .toList();
    }

    private static JsonObject binding(Binding binding, String other) {
        Map<String, JsonValue> json = new LinkedHashMap<>();
        json.put(PlanKeys.PARAM, text(binding.param()));
        json.put(other, text(binding.other()));
        return new JsonObject(json);
    }

    private static JsonObject rule(RuleSpec rule) {
        Map<String, JsonValue> json = new LinkedHashMap<>();
        json.put(PlanKeys.RULE, text(rule.display()));
        Optional.of(rule.initializer())
                .filter(InitializerSpec::isKnown)
                .flatMap(InitializerSpec::rule)
                .filter(RecordTypes::isRule)
                .ifPresent(use -> json.put(PlanKeys.USE, RecordJson.of(use)));
        json.put(PlanKeys.WINS, array(rule.wins(), ModelPlanJson::text));
        return new JsonObject(json);
    }

    private static JsonObject member(ResolvedModel model, Member member) {
        return member instanceof SubModelSpec subModel
                ? subModel(subModel)
                : parameter(model.parameter(member.name()).orElseThrow());
    }

    private static JsonObject subModel(SubModelSpec member) {
        Map<String, JsonValue> json = new LinkedHashMap<>();
        json.put(PlanKeys.NAME, text(member.pattern()));
        json.put(
                PlanKeys.MODEL,
                text(member.modelName().map(ClassRef::canonicalName).orElse(Object.class.getName())));
        if (!member.isSingle() && member.pattern().equals(member.name())) {
            json.put(PlanKeys.OPTIONAL, JsonValue.JsonBoolean.TRUE);
        }
        if (!member.isTrainable()) {
            json.put(PlanKeys.TRAINABLE, JsonValue.JsonBoolean.FALSE);
        }
        return new JsonObject(json);
    }

    private static JsonObject parameter(ResolvedParameter resolved) {
        ParameterSpec parameter = resolved.spec();
        Map<String, JsonValue> json = new LinkedHashMap<>();
        json.put(PlanKeys.NAME, text(parameter.name()));
        json.put(PlanKeys.SHAPE, array(parameter.shape().dimensions(), ModelPlanJson::size));
        ShapeJson.addRoles(json, parameter.shape().roles().given().map(ModelPlanJson::size));
        addPresence(json, parameter.presence());
        parameter.storage().dtype().ifPresent(dtype -> json.put(PlanKeys.DTYPE, text(dtype.name())));
        if (!parameter.isTrained()) {
            json.put(PlanKeys.TRAINABLE, JsonValue.JsonBoolean.FALSE);
        }
        json.put(PlanKeys.INITIALIZER, text(display(parameter.initializer())));
        if (!parameter.slices().isEmpty()) {
            json.put(PlanKeys.SLICES, array(parameter.slices(), ModelPlanJson::slice));
        }
        resolved.shape()
                .map(TensorShape::elements)
                .ifPresent(elements -> json.put(PlanKeys.ELEMENTS, JsonNumber.of(elements)));
        Optional<Fill> fill = resolved.fill();
        Optional<Initializer> lasting = parameter.rule().filter(LastingRule::isOne);
        if (fill.isEmpty() || lasting.isPresent()) {
            rule(parameter).ifPresent(rule -> json.put(PlanKeys.RULE, rule));
        }
        resolved.shape().ifPresent(shape -> lasting.ifPresent(rule -> MupJson.add(json, MupRoles.of(rule, shape))));
        fill.ifPresent(known -> addFill(json, known));
        return new JsonObject(json);
    }

    private static void addPresence(Map<String, JsonValue> json, Presence presence) {
        if (presence instanceof Presence.OnlyIf condition) {
            json.put(PlanKeys.ONLY_IF, text(condition.written()));
        } else if (presence instanceof Presence.UnlessNull) {
            json.put(PlanKeys.OPTIONAL, JsonValue.JsonBoolean.TRUE);
        }
    }

    private static JsonValue size(Dimension dimension) {
        return dimension.size().isPresent() ? JsonNumber.of(dimension.size().getAsLong()) : text(dimension.text());
    }

    private static String display(InitializerSpec initializer) {
        return initializer.isGiven() ? initializer.display() : "slices";
    }

    private static JsonObject slice(SliceSpec slice) {
        Map<String, JsonValue> json = new LinkedHashMap<>();
        json.put(PlanKeys.ROWS, text(slice.toString()));
        json.put(PlanKeys.INITIALIZER, text(slice.initializer().display()));
        return new JsonObject(json);
    }

    /** The rule of a parameter, if it is one of ours and depends on no more of the model than sizes. */
    private static Optional<JsonValue> rule(ParameterSpec parameter) {
        Optional<ShapeSpec> unknownWeight = parameter.initializer().weight().filter(weight -> !weight.isKnown());
        if (unknownWeight.isPresent() && !parameter.slices().isEmpty()) {
            return Optional.empty();
        }
        return parameter
                .rule()
                .filter(RecordTypes::isRule)
                .map(RecordJson::of)
                .map(rule -> unknownWeight
                        .<JsonValue>map(weight -> withWeight(rule, weight))
                        .orElse(rule));
    }

    private static JsonObject withWeight(JsonValue rule, ShapeSpec weight) {
        Map<String, JsonValue> json = new LinkedHashMap<>(rule.asObject().members());
        json.put(PlanKeys.WEIGHT, shape(weight));
        return new JsonObject(json);
    }

    private static JsonObject shape(ShapeSpec shape) {
        Map<String, JsonValue> json = new LinkedHashMap<>();
        json.put(PlanKeys.SHAPE, array(shape.dimensions(), ModelPlanJson::size));
        ShapeJson.addRoles(json, shape.roles().given().map(ModelPlanJson::size));
        return new JsonObject(json);
    }

    private static void addFill(Map<String, JsonValue> json, Fill fill) {
        json.put(PlanKeys.FILL, RecordJson.of(fill));
        json.put(PlanKeys.MEAN, finite(fill.mean()));
        json.put(PlanKeys.STD, finite(fill.std()));
        json.put(PlanKeys.LOWER, finite(fill.lower()));
        json.put(PlanKeys.UPPER, finite(fill.upper()));
    }

    private static JsonValue finite(double value) {
        return Double.isFinite(value) ? JsonNumber.of(value) : JsonValue.JsonNull.NULL;
    }

    private static JsonString text(String text) {
        return new JsonString(text);
    }

    private static <T> JsonArray array(List<T> items, Function<? super T, ? extends JsonValue> json) {
        return new JsonArray(new ArrayList<>(items.stream().map(json).toList()));
    }
}
