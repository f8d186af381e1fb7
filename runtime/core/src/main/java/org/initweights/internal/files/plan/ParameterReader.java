package org.initweights.internal.files.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.internal.expression.Sizes;
import org.initweights.internal.files.json.JsonException;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.message.Excerpt;
import org.initweights.internal.rule.NamedResolution;

/** Reads one parameter of a plan. */
final class ParameterReader {

    private static final String REMEDY = "; write the plan of the built model instead: Plan.of(parameters).write(file)";

    private ParameterReader() {}

    /**
     * The parameter.
     *
     * @param reader knows the sizes of the model that the parameter is in
     * @param ruled rules that win over what the plan says itself, by name
     * @throws IllegalArgumentException if the plan does not say all; the message names the parameter
     */
    static PlannedParameter read(JsonObject member, RecordReader reader, Map<String, JsonValue> ruled) {
        Sizes sizes = reader.sizes();
        String name = sizes.owner() + member.get(PlanKeys.NAME).asString();
        String named = Excerpt.of(name.isEmpty() ? "\"\"" : name);
        try {
            return read(name, member, reader, Optional.ofNullable(ruled.get(name)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(named + ": " + e.getMessage(), e);
        }
    }

    private static PlannedParameter read(
            String name, JsonObject member, RecordReader reader, Optional<JsonValue> ruled) {
        TensorShape shape = ShapeJson.readMembers(member, reader.sizes());
        ruled.ifPresent(other -> UnreadSizes.ofRule(member, reader.sizes()));
        DType dtype = member.find(PlanKeys.DTYPE)
                .map(type -> RecordReader.constant(type.asString(), DType.class))
                .orElseThrow(() -> new JsonException("the plan does not say in which type it is stored" + REMEDY));
        Optional<Fill> fill = ruled.isPresent()
                ? Optional.empty()
                : member.find(PlanKeys.FILL).map(reader::fill).map(read -> NamedResolution.checked(read, shape));
        Optional<Initializer> rule = ruled.or(() -> member.find(PlanKeys.RULE)).map(reader::rule);
        if (fill.isEmpty() && rule.isEmpty()) {
            throw new JsonException("how it starts is known only when the model is built" + REMEDY);
        }
        Fill resolved = rule.isPresent() ? NamedResolution.resolve(rule.get(), shape) : fill.get();
        if (fill.isPresent() && !fill.get().equals(resolved)) {
            throw new JsonException("its rule gives " + Excerpt.of(resolved.toString()) + ", but the plan says "
                    + Excerpt.of(fill.get().toString()));
        }
        NamedResolution.checkHeld(resolved, dtype);
        return new PlannedParameter(
                names(name, member),
                Optional.empty(),
                shape,
                dtype,
                rule.orElse(other -> resolved),
                resolved,
                isTrainable(member) && !dtype.isInteger(),
                member.find(PlanKeys.COPY_OF).map(JsonValue::asString));
    }

    private static List<String> names(String name, JsonObject member) {
        List<String> names = new ArrayList<>(List.of(name));
        member.find(PlanKeys.OTHER_NAMES)
                .ifPresent(others -> others.asArray().elements().forEach(other -> names.add(other.asString())));
        return names;
    }

    /** Whether a parameter, or all of a sub-model, is trained: what is not says so. */
    static boolean isTrainable(JsonObject member) {
        return member.find(PlanKeys.TRAINABLE).map(JsonValue::asBoolean).orElse(true);
    }

    /** A refusal of what only a model that is built can say. */
    static JsonException onlyBuilt(String name, String problem) {
        return new JsonException(Excerpt.of(name) + ": " + problem + REMEDY);
    }
}
