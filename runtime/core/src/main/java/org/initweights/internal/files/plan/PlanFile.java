package org.initweights.internal.files.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.initweights.Parameter;
import org.initweights.internal.expression.Sizes;
import org.initweights.internal.files.RegularFile;
import org.initweights.internal.files.json.JsonException;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonReader;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.message.Excerpt;

/** Reads plans: those of {@link PlanJson}, and those that the annotation processor writes of models. */
public final class PlanFile {

    private static final int LONGEST_MESSAGE = 2000;

    private PlanFile() {}

    /**
     * What is made of the parameters of a plan.
     *
     * @param use makes it; what it throws is of the file too
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no plan, does not say all, or has no use for a size; the message begins with the file
     */
    public static <T> T read(Path file, Map<String, Long> sizes, Function<? super List<Parameter>, T> use)
            throws IOException {
        Sizes scope = new Sizes(Map.copyOf(sizes), "");
        JsonObject plan = object(file);
        try {
            List<Parameter> parameters = ModelPlan.isOne(plan)
                    ? new ModelPlan(file, plan).parameters(scope)
                    : parameters(plan, RecordReader.of(file, scope));
            scope.asked().check(sizes.keySet());
            return use.apply(parameters);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + ": " + Excerpt.of(String.valueOf(e.getMessage()), LONGEST_MESSAGE), e);
        }
    }

    /**
     * What is made of the parameters of a plan that is text.
     *
     * @param use makes it; what it throws is of the text too
     * @throws IllegalArgumentException if it is no plan of parameters
     */
    public static <T> T parse(String text, Function<? super List<Parameter>, T> use) {
        try {
            JsonObject plan = JsonReader.read(text).asObject();
            if (ModelPlan.isOne(plan)) {
                throw new JsonException(
                        "it is the plan of a model, and those of its sub-models are in files beside it; read it by"
                                + " Plan.read(file), whose toJson() says all");
            }
            return use.apply(parameters(plan, new RecordReader(new Sizes(Map.of(), ""), Path.of(""))));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the text is no plan: " + Excerpt.of(String.valueOf(e.getMessage()), LONGEST_MESSAGE), e);
        }
    }

    /** The object that a file holds. */
    static JsonObject object(Path file) throws IOException {
        if (RegularFile.isOther(file)) {
            throw new IllegalArgumentException(file + " is no plan: " + RegularFile.REFUSAL);
        }
        try {
            return JsonReader.read(file).asObject();
        } catch (JsonException e) {
            throw new IllegalArgumentException(file + " is no plan: " + e.getMessage(), e);
        }
    }

    private static List<Parameter> parameters(JsonObject plan, RecordReader reader) {
        JsonValue version = plan.find(PlanKeys.PLAN_VERSION)
                .orElseThrow(() -> new JsonException("it is no plan: it has neither \"" + PlanKeys.PLAN_VERSION
                        + "\" nor \"" + PlanKeys.MODEL + "\""));
        if (!PlanJson.VERSIONS.contains(version.asNumber().longValue())) {
            throw new JsonException("it is a plan of version "
                    + Excerpt.of(version.asNumber().text()) + ", and this library reads 1 and 2");
        }
        List<Parameter> parameters = new ArrayList<>();
        for (JsonValue member : plan.get(PlanKeys.PARAMETERS).asArray().elements()) {
            parameters.add(ParameterReader.read(member.asObject(), reader, Map.of()));
        }
        PlannedCopies.check(parameters);
        return parameters;
    }
}
