package org.initweights.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.initweights.Parameter;
import org.initweights.json.JsonException;
import org.initweights.json.JsonObject;
import org.initweights.json.JsonReader;
import org.initweights.json.JsonValue;

/** Reads plans: those of {@link PlanJson}, and those that the annotation processor writes of models. */
public final class PlanFile {

    private PlanFile() {}

    /**
     * The parameters of a plan.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no plan, or does not say all; the message begins with the file
     */
    public static List<Parameter> read(Path file, Map<String, Long> sizes) throws IOException {
        Sizes scope = new Sizes(Map.copyOf(sizes), "");
        JsonObject plan = object(file);
        if (plan.find(ModelPlan.MODEL).isPresent()) {
            return new ModelPlan(file, plan).parameters(scope);
        }
        try {
            return parameters(plan, scope);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** The object that a file holds. */
    static JsonObject object(Path file) throws IOException {
        try {
            return JsonReader.read(Files.readAllBytes(file)).asObject();
        } catch (JsonException e) {
            throw new IllegalArgumentException(file + " is no plan: " + e.getMessage(), e);
        }
    }

    private static List<Parameter> parameters(JsonObject plan, Sizes sizes) {
        JsonValue version = plan.find(PlanJson.VERSION_NAME)
                .orElseThrow(() -> new JsonException("it is no plan: it has neither \"" + PlanJson.VERSION_NAME
                        + "\" nor \"" + ModelPlan.MODEL + "\""));
        if (version.asNumber().longValue() != PlanJson.VERSION) {
            throw new JsonException("it is a plan of version "
                    + version.asNumber().text() + ", and this library reads " + PlanJson.VERSION);
        }
        List<Parameter> parameters = new ArrayList<>();
        for (JsonValue member : plan.get(PlanJson.PARAMETERS).asArray().elements()) {
            parameters.add(ParameterReader.read(member.asObject(), sizes, Map.of()));
        }
        return parameters;
    }
}
