package org.initweights.internal.files.json;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.initweights.internal.message.Excerpt;

/**
 * Values by their names, in the order of the text.
 *
 * @param members the values by name; the map is not changed any more
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {

    @Override
    public String kind() {
        return "an object";
    }

    @Override
    public JsonObject asObject() {
        return this;
    }

    /**
     * The member of this name.
     *
     * @throws JsonException if there is none
     */
    public JsonValue get(String name) {
        return find(name)
                .orElseThrow(() ->
                        new JsonException("\"" + name + "\" is missing; there are " + Excerpt.of(members.keySet())));
    }

    /** The member of this name, if there is one. */
    public Optional<JsonValue> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /**
     * The strings by their names, apart from the text that they were read from.
     *
     * @throws JsonException if a member is of another kind
     */
    public Map<String, String> texts() {
        members.values().forEach(JsonValue::asString);
        JsonObject copy = JsonReader.read(JsonWriter.compact(this).getBytes(StandardCharsets.UTF_8))
                .asObject();
        return new Texts(copy.members);
    }
}
