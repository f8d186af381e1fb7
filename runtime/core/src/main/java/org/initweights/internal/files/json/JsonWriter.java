package org.initweights.internal.files.json;

import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import org.initweights.internal.files.json.JsonValue.JsonBoolean;
import org.initweights.internal.files.json.JsonValue.JsonNull;

/**
 * Writes values as text: members in the order of their object, escapes only where JSON needs them, so the same text always. What no
 * {@link JsonReader} would take is refused.
 */
public final class JsonWriter {

    private static final String INDENT = "  ";
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    private final StringBuilder text = new StringBuilder();
    private final String lineBreak;
    private final String colon;
    private int depth;

    private JsonWriter(String lineBreak, String colon) {
        this.lineBreak = lineBreak;
        this.colon = colon;
    }

    /**
     * The value without any space.
     *
     * @throws JsonException if a string has half a surrogate pair, or the text exceeds the {@link JsonLimits}
     */
    public static String compact(JsonValue value) {
        return new JsonWriter("", ":").append(value).checked();
    }

    /**
     * The value for people: a member a line, indented by two spaces.
     *
     * @throws JsonException if a string has half a surrogate pair, or the text exceeds the {@link JsonLimits}
     */
    public static String indented(JsonValue value) {
        return new JsonWriter("\n", ": ").append(value).checked();
    }

    private JsonWriter append(JsonValue value) {
        if (value instanceof JsonObject object) {
            Iterator<Map.Entry<String, JsonValue>> members =
                    object.members().entrySet().iterator();
            list('{', members, '}', member -> {
                quote(member.getKey());
                text.append(colon);
                append(member.getValue());
            });
        } else if (value instanceof JsonArray array) {
            list('[', array.elements().iterator(), ']', this::append);
        } else if (value instanceof JsonString string) {
            quote(string.text());
        } else if (value instanceof JsonNumber number) {
            text.append(number.text());
        } else if (value instanceof JsonBoolean bool) {
            text.append(bool.asBoolean());
        } else if (value instanceof JsonNull) {
            text.append("null");
        }
        checkLength(text.length());
        return this;
    }

    private String checked() {
        if (text.length() > JsonLimits.BYTES / MOST_BYTES_OF_A_CHARACTER) {
            checkLength(text.codePoints()
                    .mapToLong(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
                    .sum());
        }
        return text.toString();
    }

    private static void checkLength(long length) {
        if (length > JsonLimits.BYTES) {
            throw new JsonException("the text would have more than " + JsonLimits.BYTES + " bytes");
        }
    }

    private interface Member<T> {
        void append(T member);
    }

    private <T> void list(char open, Iterator<T> members, char close, Member<T> member) {
        if (++depth > JsonLimits.DEPTH) {
            throw new JsonException("values are nested deeper than " + JsonLimits.DEPTH);
        }
        text.append(open);
        boolean isEmpty = !members.hasNext();
        while (members.hasNext()) {
            breakLine();
            member.append(members.next());
            if (members.hasNext()) {
                text.append(',');
            }
        }
        depth--;
        if (!isEmpty) {
            breakLine();
        }
        text.append(close);
    }

    private void breakLine() {
        if (!lineBreak.isEmpty()) {
            text.append(lineBreak).append(INDENT.repeat(depth));
        }
    }

    private void quote(String string) {
        text.append('"');
        string.codePoints().forEach(this::appendCharacter);
        text.append('"');
    }

    private void appendCharacter(int c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c < ' ') {
                    text.append(escaped(c));
                } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                    throw new JsonException("the string has half a surrogate pair, " + escaped(c));
                } else {
                    text.appendCodePoint(c);
                }
            }
        }
    }

    private static String escaped(int unit) {
        return "\\u" + HexFormat.of().toHexDigits((char) unit);
    }
}
