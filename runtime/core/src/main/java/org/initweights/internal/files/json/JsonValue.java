package org.initweights.internal.files.json;

/** A value of JSON (RFC 8259). Equal values are equal objects; objects of different order are equal too. */
public sealed interface JsonValue
        permits JsonObject, JsonArray, JsonString, JsonNumber, JsonValue.JsonBoolean, JsonValue.JsonNull {

    /** How messages call a value of this kind: "an object", "a number". */
    String kind();

    /**
     * This value as an object.
     *
     * @throws JsonException if it is of another kind
     */
    default JsonObject asObject() {
        throw new JsonException("expected an object, but found " + kind());
    }

    /**
     * The elements of this array.
     *
     * @throws JsonException if it is of another kind
     */
    default JsonArray asArray() {
        throw new JsonException("expected an array, but found " + kind());
    }

    /**
     * The characters of this string.
     *
     * @throws JsonException if it is of another kind
     */
    default String asString() {
        throw new JsonException("expected a string, but found " + kind());
    }

    /**
     * This value as a number.
     *
     * @throws JsonException if it is of another kind
     */
    default JsonNumber asNumber() {
        throw new JsonException("expected a number, but found " + kind());
    }

    /**
     * Whether this value is {@code true} or {@code false}.
     *
     * @throws JsonException if it is of another kind
     */
    default boolean asBoolean() {
        throw new JsonException("expected true or false, but found " + kind());
    }

    /** {@code true} or {@code false}. */
    enum JsonBoolean implements JsonValue {
        TRUE,
        FALSE;

        @Override
        public String kind() {
            return "a boolean";
        }

        @Override
        public boolean asBoolean() {
            return this == TRUE;
        }
    }

    /** {@code null}. */
    enum JsonNull implements JsonValue {
        NULL;

        @Override
        public String kind() {
            return "null";
        }
    }
}
