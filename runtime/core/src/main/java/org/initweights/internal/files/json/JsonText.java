package org.initweights.internal.files.json;

import java.nio.charset.StandardCharsets;
import org.initweights.internal.files.json.JsonValue.JsonBoolean;
import org.initweights.internal.files.json.JsonValue.JsonNull;

/**
 * A text that was found to be JSON, and where its values begin in it. Values are made when they are asked for: so a text of any content
 * takes its own bytes, and no more than three times as many beside them.
 *
 * <p>Each value, and each name of a member, has its place in {@code positions}, in the order of the text. The place of an array or an
 * object is followed by the place of what comes after all that is in it.
 */
final class JsonText {

    private final byte[] text;
    private final Positions positions;

    JsonText(byte[] text, Positions positions) {
        this.text = text;
        this.positions = positions;
    }

    /** The value at a place. */
    JsonValue value(int place) {
        int at = positions.get(place);
        return switch (text[at]) {
            case '{' -> new JsonObject(new ParsedMembers(this, place + 2, positions.get(place + 1)));
            case '[' -> new JsonArray(new ParsedElements(this, place + 2, positions.get(place + 1)));
            case '"' -> new JsonString(string(place));
            case 't' -> JsonBoolean.TRUE;
            case 'f' -> JsonBoolean.FALSE;
            case 'n' -> JsonNull.NULL;
            default -> new JsonNumber(latin(at, JsonNumber.end(new AsciiView(text), at)));
        };
    }

    /** The place of what follows the value at a place. */
    int after(int place) {
        byte first = text[positions.get(place)];
        return first == '{' || first == '[' ? positions.get(place + 1) : place + 1;
    }

    /** The string at a place. */
    String string(int place) {
        int start = positions.get(place) + 1;
        int end = start;
        while (text[end] != '"' && text[end] != '\\') {
            end++;
        }
        String plain = new String(text, start, end - start, StandardCharsets.UTF_8);
        return text[end] == '"' ? plain : unescaped(plain, end);
    }

    private String unescaped(String beginning, int escape) {
        StringBuilder string = new StringBuilder(beginning);
        int at = escape;
        while (text[at] != '"') {
            at = text[at] == '\\' ? appendEscaped(string, at + 1) : appendPlain(string, at);
        }
        return string.toString();
    }

    private int appendPlain(StringBuilder string, int start) {
        int end = start;
        while (text[end] != '"' && text[end] != '\\') {
            end++;
        }
        string.append(new String(text, start, end - start, StandardCharsets.UTF_8));
        return end;
    }

    private int appendEscaped(StringBuilder string, int at) {
        if (text[at] == 'u') {
            string.append((char) Integer.parseInt(latin(at + 1, at + 5), 16));
            return at + 5;
        }
        string.append(
                switch (text[at]) {
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> (char) text[at];
                });
        return at + 1;
    }

    private String latin(int start, int end) {
        return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
