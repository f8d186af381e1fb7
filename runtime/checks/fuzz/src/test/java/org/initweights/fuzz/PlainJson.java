package org.initweights.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON by the letter of RFC 8259, read without anything of the library: objects are maps, arrays lists, and numbers {@link Digits}. Refused
 * are also a name twice, half a surrogate pair and more than 64 levels.
 */
final class PlainJson {

    private static final int DEPTH = 64;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][-+]?[0-9]++)?");
    private static final Pattern UNIT = Pattern.compile("[0-9a-fA-F]{4}");

    private final String text;
    private int at;

    private PlainJson(String text) {
        this.text = text;
    }

    /** A number as it is written. */
    record Digits(String text) {}

    /** {@code null}. */
    record Nothing() {}

    /** That a text is not JSON. */
    private static final class NoJson extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The value that takes all of these bytes, if they are one. */
    static Optional<Object> read(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            PlainJson reader = new PlainJson(text);
            Object value = reader.value(0);
            reader.space();
            return reader.at == text.length() ? Optional.of(value) : Optional.empty();
        } catch (NoJson | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private Object value(int depth) {
        space();
        if (text.startsWith("{", at) || text.startsWith("[", at)) {
            return text.charAt(at++) == '{' ? object(depth + 1) : array(depth + 1);
        }
        if (text.startsWith("\"", at)) {
            return string();
        }
        for (Map.Entry<String, Object> word :
                Map.of("true", true, "false", false, "null", new Nothing()).entrySet()) {
            if (text.startsWith(word.getKey(), at)) {
                at += word.getKey().length();
                return word.getValue();
            }
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        check(number.lookingAt());
        // 01 is two numbers side by side, and so none.
        at = number.end();
        return new Digits(number.group());
    }

    private Map<String, Object> object(int depth) {
        check(depth <= DEPTH);
        Map<String, Object> members = new LinkedHashMap<>();
        space();
        if (taken('}')) {
            return members;
        }
        do {
            space();
            String name = string();
            space();
            check(taken(':') && !members.containsKey(name));
            members.put(name, value(depth));
            space();
        } while (taken(','));
        check(taken('}'));
        return members;
    }

    private List<Object> array(int depth) {
        check(depth <= DEPTH);
        List<Object> elements = new ArrayList<>();
        space();
        if (taken(']')) {
            return elements;
        }
        do {
            elements.add(value(depth));
            space();
        } while (taken(','));
        check(taken(']'));
        return elements;
    }

    private String string() {
        check(taken('"'));
        StringBuilder string = new StringBuilder();
        while (!taken('"')) {
            check(at < text.length() && text.charAt(at) >= ' ');
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        // An encoder refuses half a pair; what is decoded from UTF-8 has none, but escapes may.
        check(StandardCharsets.UTF_8.newEncoder().canEncode(string));
        return string.toString();
    }

    private char escaped() {
        check(at < text.length());
        char c = text.charAt(at++);
        if (c == 'u') {
            Matcher unit = UNIT.matcher(text).region(at, text.length());
            check(unit.lookingAt());
            at += 4;
            return (char) Integer.parseInt(unit.group(), 16);
        }
        int which = "\"\\/bfnrt".indexOf(c);
        check(which >= 0);
        return "\"\\/\b\f\n\r\t".charAt(which);
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean taken(char c) {
        boolean isNext = at < text.length() && text.charAt(at) == c;
        at += isNext ? 1 : 0;
        return isNext;
    }

    private static void check(boolean isJson) {
        if (!isJson) {
            throw new NoJson();
        }
    }
}
