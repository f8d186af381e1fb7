package org.initweights.internal.files.json;

/** Text that is no JSON, or JSON of another kind than was expected. The message says what and, for text, where. */
public final class JsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public JsonException(String message) {
        super(message);
    }

    public JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
