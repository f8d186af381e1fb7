package org.initweights.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values by their names, in the order of the text. */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {

    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

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
                .orElseThrow(() -> new JsonException("\"" + name + "\" is missing; there are " + members.keySet()));
    }

    /** The member of this name, if there is one. */
    public Optional<JsonValue> find(String name) {
        return Optional.ofNullable(members.get(name));
    }
}
