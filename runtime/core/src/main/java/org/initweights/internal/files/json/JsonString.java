package org.initweights.internal.files.json;

/** A string. */
public record JsonString(String text) implements JsonValue {

    @Override
    public String kind() {
        return "a string";
    }

    @Override
    public String asString() {
        return text;
    }
}
