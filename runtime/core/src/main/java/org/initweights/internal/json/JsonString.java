package org.initweights.internal.json;

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
