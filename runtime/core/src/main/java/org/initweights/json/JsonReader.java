package org.initweights.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initweights.json.JsonValue.JsonBoolean;
import org.initweights.json.JsonValue.JsonNull;

/**
 * Reads one value that takes a whole text, exactly as RFC 8259 has it. Refused are also what the RFC leaves open: a name twice in one
 * object, half a surrogate pair, and more than the {@link JsonLimits} allow.
 */
public final class JsonReader {

    private final String text;
    private final JsonLimits limits;
    private int at;
    private int depth;
    private int values;

    private JsonReader(String text, JsonLimits limits) {
        this.text = text;
        this.limits = limits;
    }

    /**
     * The value of a text in UTF-8.
     *
     * @throws JsonException if the bytes are no UTF-8, or the text no JSON within the usual limits; it says where
     */
    public static JsonValue read(byte[] utf8) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new JsonException("the text is not UTF-8", e);
        }
    }

    /**
     * The value of a text.
     *
     * @throws JsonException if the text is no JSON within the usual limits; it says where
     */
    public static JsonValue read(String text) {
        return read(text, JsonLimits.USUAL);
    }

    /**
     * The value of a text.
     *
     * @throws JsonException if the text is no JSON within the limits; it says where
     */
    public static JsonValue read(String text, JsonLimits limits) {
        JsonReader reader = new JsonReader(text, limits);
        JsonValue value = reader.value();
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw reader.unexpected("the end of the text");
        }
        return value;
    }

    private JsonValue value() {
        if (++values > limits.values()) {
            throw error("there are more than " + limits.values() + " values");
        }
        skipSpace();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new JsonString(string());
            case 't' -> literal("true", JsonBoolean.TRUE);
            case 'f' -> literal("false", JsonBoolean.FALSE);
            case 'n' -> literal("null", JsonNull.NULL);
            default -> number();
        };
    }

    private JsonObject object() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        open();
        if (!closes('}')) {
            do {
                skipSpace();
                int start = at;
                String name = string();
                if (members.containsKey(name)) {
                    at = start;
                    throw error("the name \"" + name + "\" is there twice");
                }
                skipSpace();
                expect(':');
                members.put(name, value());
            } while (continues('}'));
        }
        return new JsonObject(members);
    }

    private JsonArray array() {
        List<JsonValue> elements = new ArrayList<>();
        open();
        if (!closes(']')) {
            do {
                elements.add(value());
            } while (continues(']'));
        }
        return new JsonArray(elements);
    }

    private void open() {
        if (++depth > limits.depth()) {
            throw error("values are nested deeper than " + limits.depth());
        }
        at++;
    }

    /** Whether the array or object ends here, before a first member. */
    private boolean closes(char end) {
        skipSpace();
        if (peek() != end) {
            return false;
        }
        at++;
        depth--;
        return true;
    }

    /** Whether another member follows, rather than the end. */
    private boolean continues(char end) {
        if (closes(end)) {
            return false;
        }
        if (peek() != ',') {
            throw unexpected("',' or '" + end + "'");
        }
        at++;
        return true;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (char c = character(); c != '"'; c = character()) {
            string.append(c == '\\' ? escaped() : c);
            if (string.length() > 1
                    && Character.isHighSurrogate(string.charAt(string.length() - 2))
                            != Character.isLowSurrogate(string.charAt(string.length() - 1))) {
                throw error("the string has half a surrogate pair");
            }
        }
        if (hasLoneEnd(string)) {
            throw error("the string has half a surrogate pair");
        }
        return string.toString();
    }

    private static boolean hasLoneEnd(StringBuilder string) {
        return string.length() > 0
                && (Character.isLowSurrogate(string.charAt(0))
                        || Character.isHighSurrogate(string.charAt(string.length() - 1)));
    }

    private char character() {
        char c = peek();
        if (c < ' ') {
            throw at < text.length()
                    ? error("the string has a control character, which needs an escape")
                    : error("the string does not end");
        }
        at++;
        return c;
    }

    private char escaped() {
        char c = character();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (hexDigit() << 12 | hexDigit() << 8 | hexDigit() << 4 | hexDigit());
            default -> throw error("there is no escape \\" + c);
        };
    }

    private int hexDigit() {
        char c = character();
        int digit = c < 128 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw error("\\u needs four hexadecimal digits");
        }
        return digit;
    }

    private JsonValue literal(String word, JsonValue value) {
        if (!text.startsWith(word, at)) {
            throw unexpected("a value");
        }
        at += word.length();
        return value;
    }

    private JsonNumber number() {
        int end = JsonNumber.end(text, at);
        if (end == at) {
            throw unexpected("a value");
        }
        JsonNumber number = new JsonNumber(text.substring(at, end));
        at = end;
        return number;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char c) {
        if (peek() != c) {
            throw unexpected("'" + c + "'");
        }
        at++;
    }

    /** The next character; NUL, which is nowhere allowed, at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private JsonException unexpected(String expected) {
        return error("expected " + expected + ", but found "
                + (at < text.length() ? "'" + Character.toString(text.codePointAt(at)) + "'" : "the end of the text"));
    }

    private JsonException error(String problem) {
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        int column = at - text.lastIndexOf('\n', at - 1);
        return new JsonException("line " + line + ", column " + column + ": " + problem);
    }
}
