package org.initweights.internal.files.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initweights.internal.message.Excerpt;

/**
 * Reads one value that takes a whole text, exactly as RFC 8259 has it. Refused are also what the RFC leaves open: a name twice in one
 * object, half a surrogate pair, and more than the {@link JsonLimits} allow.
 *
 * <p>The whole text is checked at once; what is in an array or an object is made when it is asked for, and not kept. So the value takes a
 * small multiple of the bytes of its text, whatever they say.
 */
public final class JsonReader {

    // Longer than 300 lines, for its methods share the position in the text and are a few lines each.

    private static final int PIECE_BYTES = 1 << 20;

    private final byte[] text;
    private final AsciiView characters;
    private final Positions positions = new Positions();
    private final JsonText parsed;
    private int at;
    private int depth;

    private JsonReader(byte[] text) {
        this.text = text;
        this.characters = new AsciiView(text);
        this.parsed = new JsonText(text, positions);
    }

    /**
     * The value of a regular file in UTF-8.
     *
     * @throws JsonException if the bytes are no UTF-8, or the text no JSON within the limits; it says where
     */
    public static JsonValue read(Path file) throws IOException {
        byte[] bytes;
        // Its length is asked of the open file: under its name there may be another one meanwhile.
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() > JsonLimits.BYTES) {
                throw new JsonException("a text of " + channel.size() + " bytes; there may be " + JsonLimits.BYTES);
            }
            bytes = new byte[(int) channel.size()];
            int done = 0;
            // A piece at a time: the channel would copy all of it through a buffer of the same size outside of the
            // heap.
            for (int read = 1; read > 0; done += read) {
                int piece = Math.min(bytes.length - done, PIECE_BYTES);
                read = piece == 0 ? 0 : Math.max(0, channel.read(ByteBuffer.wrap(bytes, done, piece)));
            }
            if (done < bytes.length) {
                throw new JsonException("it ends after " + done + " bytes, while it is read");
            }
        }
        return read(bytes);
    }

    /**
     * The value of a text in UTF-8.
     *
     * @param utf8 is not changed any more
     * @throws JsonException if the bytes are no UTF-8, or the text no JSON within the limits; it says where
     */
    public static JsonValue read(byte[] utf8) {
        checkEncoding(utf8);
        JsonReader reader = new JsonReader(utf8);
        reader.value();
        reader.skipSpace();
        if (reader.at < utf8.length) {
            throw reader.unexpected("the end of the text");
        }
        return reader.parsed.value(0);
    }

    /**
     * The value of a text.
     *
     * @throws JsonException if the text is no JSON within the limits; it says where
     */
    public static JsonValue read(String text) {
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[utf8.remaining()];
            utf8.get(bytes);
            return read(bytes);
        } catch (CharacterCodingException e) {
            throw new JsonException("the text has half a surrogate pair", e);
        }
    }

    private static void checkEncoding(byte[] utf8) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer decoded = CharBuffer.allocate(1 << 12);
        ByteBuffer bytes = ByteBuffer.wrap(utf8);
        CoderResult result;
        do {
            result = decoder.decode(bytes, decoded.clear(), true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw new JsonException("the text is not UTF-8");
        }
    }

    private void value() {
        skipSpace();
        int place = positions.add(at);
        switch (peek()) {
            case '{' -> object(place);
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        }
    }

    private void object(int place) {
        int end = open();
        if (!closes('}')) {
            do {
                skipSpace();
                positions.add(at);
                string();
                skipSpace();
                expect(':');
                value();
            } while (continues('}'));
        }
        positions.set(end, positions.size());
        DistinctNames.repeated(parsed, place + 2, positions.size()).ifPresent(repeated -> {
            at = positions.get(repeated);
            throw error("the name \"" + Excerpt.of(parsed.string(repeated)) + "\" is there twice");
        });
    }

    private void array() {
        int end = open();
        if (!closes(']')) {
            do {
                value();
            } while (continues(']'));
        }
        positions.set(end, positions.size());
    }

    /** Where the place of what follows the array or object is to be noted. */
    private int open() {
        if (++depth > JsonLimits.DEPTH) {
            throw error("values are nested deeper than " + JsonLimits.DEPTH);
        }
        at++;
        return positions.add(0);
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

    private void string() {
        expect('"');
        for (char c = character(); c != '"'; c = character()) {
            if (c == '\\') {
                escape();
            }
        }
    }

    private char character() {
        char c = peek();
        if (c < ' ') {
            throw at < text.length
                    ? error("the string has a control character, which needs an escape")
                    : error("the string does not end");
        }
        at++;
        return c;
    }

    private void escape() {
        char c = character();
        switch (c) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {}
            case 'u' -> {
                char unit = unit();
                boolean isPair = Character.isHighSurrogate(unit)
                        && character() == '\\'
                        && character() == 'u'
                        && Character.isLowSurrogate(unit());
                if (Character.isSurrogate(unit) && !isPair) {
                    throw error("the string has half a surrogate pair");
                }
            }
            default -> {
                at--;
                throw error("there is no escape \\" + Character.toString(codePoint()));
            }
        }
    }

    private char unit() {
        return (char) (hexDigit() << 12 | hexDigit() << 8 | hexDigit() << 4 | hexDigit());
    }

    private int hexDigit() {
        char c = character();
        int digit = c < 128 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            at--;
            throw error("\\u needs four hexadecimal digits");
        }
        return digit;
    }

    private void literal(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= text.length || text[at + i] != word.charAt(i)) {
                throw unexpected("a value");
            }
        }
        at += word.length();
    }

    private void number() {
        int end = JsonNumber.end(characters, at);
        if (end == at) {
            throw unexpected("a value");
        }
        at = end;
    }

    private void skipSpace() {
        while (at < text.length && " \t\n\r".indexOf(text[at]) >= 0) {
            at++;
        }
    }

    private void expect(char c) {
        if (peek() != c) {
            throw unexpected("'" + c + "'");
        }
        at++;
    }

    /** The next byte as a character; NUL, which is nowhere allowed, at the end. */
    private char peek() {
        return at < text.length ? characters.charAt(at) : 0;
    }

    private JsonException unexpected(String expected) {
        return error("expected " + expected + ", but found "
                + (at < text.length ? "'" + Character.toString(codePoint()) + "'" : "the end of the text"));
    }

    private int codePoint() {
        int most = Math.min(text.length - at, 4);
        return new String(text, at, most, StandardCharsets.UTF_8).codePointAt(0);
    }

    private JsonException error(String problem) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < at; i++) {
            if (text[i] == '\n') {
                line++;
                column = 1;
            } else if ((text[i] & 0xC0) != 0x80) {
                // Of a character only its first byte counts; Java counts two where there are four.
                column += (text[i] & 0xF8) == 0xF0 ? 2 : 1;
            }
        }
        return new JsonException("line " + line + ", column " + column + ": " + problem);
    }
}
