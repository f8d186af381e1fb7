package org.initweights.internal.files.json;

import java.util.List;

/**
 * Values in their order.
 *
 * @param elements the values; the list is not changed any more
 */
public record JsonArray(List<JsonValue> elements) implements JsonValue {

    @Override
    public String kind() {
        return "an array";
    }

    @Override
    public JsonArray asArray() {
        return this;
    }

    /**
     * The elements as integers.
     *
     * @throws JsonException if one is no integer, or too large for a {@code long}
     */
    public long[] longs() {
        return elements.stream()
                .mapToLong(element -> element.asNumber().longValue())
                .toArray();
    }
}
