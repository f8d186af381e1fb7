package org.initweights.internal.files.plan;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.internal.files.json.JsonArray;
import org.initweights.internal.files.json.JsonNumber;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonString;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.files.json.JsonValue.JsonBoolean;
import org.initweights.internal.files.json.JsonWriter;
import org.initweights.internal.rule.LastingRule;
import org.initweights.internal.rule.MupRoles;
import org.initweights.internal.rule.NamedResolution;

/** A plan as text: the parameters in their order, each with all that decides what is written. */
public final class PlanJson {

    /** The versions that this library reads: 2 has axes beside layouts, copies, and what is computed of others. A plan that needs no more is one of version 1. */
    static final List<Long> VERSIONS = List.of(1L, 2L);

    private PlanJson() {}

    /**
     * The plan of these parameters; the same text for the same parameters.
     *
     * @throws IllegalArgumentException if there are too many for a plan that can be read, or a rule is nested too deep
     */
    public static String text(List<Parameter> parameters) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(PlanKeys.PLAN_VERSION, JsonNumber.of(version(parameters)));
        members.put(PlanKeys.PARAMETERS, new JsonArray(new Described(parameters)));
        return JsonWriter.indented(new JsonObject(members)) + "\n";
    }

    private static long version(List<Parameter> parameters) {
        return parameters.stream()
                        .anyMatch(parameter -> ShapeJson.hasAxes(parameter.shape())
                                || parameter.derivedFrom().isPresent())
                ? 2
                : 1;
    }

    private static JsonObject parameter(Parameter parameter) {
        TensorShape shape = parameter.shape();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(PlanKeys.NAME, new JsonString(parameter.name()));
        members.put(PlanKeys.SHAPE, ShapeJson.dims(shape));
        ShapeJson.addRoles(members, shape);
        members.put(PlanKeys.DTYPE, new JsonString(parameter.dtype().name()));
        if (parameter.names().size() > 1) {
            members.put(
                    PlanKeys.OTHER_NAMES,
                    new JsonArray(parameter.names().stream()
                            .skip(1)
                            .<JsonValue>map(JsonString::new)
                            .toList()));
        }
        parameter.copyOf().ifPresent(name -> members.put(PlanKeys.COPY_OF, new JsonString(name)));
        if (!parameter.isTrainable()) {
            members.put(PlanKeys.TRAINABLE, JsonBoolean.FALSE);
        }
        NamedResolution.naming(parameter.name(), () -> members.put(PlanKeys.FILL, RecordJson.of(parameter.fill())));
        if (LastingRule.isOne(parameter.initializer())) {
            NamedResolution.naming(parameter.name(), () -> {
                members.put(PlanKeys.RULE, RecordJson.ofLasting(parameter.initializer()));
                MupJson.add(members, MupRoles.of(parameter.initializer(), shape));
            });
        }
        return new JsonObject(members);
    }

    /** The parameters as JSON, each made when it is written and not kept. */
    private static final class Described extends AbstractList<JsonValue> {

        private final List<Parameter> parameters;

        private Described(List<Parameter> parameters) {
            this.parameters = parameters;
        }

        @Override
        public JsonValue get(int index) {
            return parameter(parameters.get(index));
        }

        @Override
        public int size() {
            return parameters.size();
        }
    }
}
