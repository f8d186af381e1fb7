package org.initweights.internal.files.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random texts, the same each time, of which Jackson must think as we do. */
class JsonFuzzTest {

    private static final int TEXTS = 100_000;

    private static final ObjectMapper JACKSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"b\"",
        "\"a\"",
        "\"\\u0061\"",
        "\"é😀\"",
        "\"\\n\\\\\\\"\"",
        "\"\\ud83d\\ude00\"",
        "\"\\q\"",
        "\"",
        "1",
        "-0.5e-3",
        "01",
        "-",
        "true",
        "null",
        "nul",
        " ",
        "\n",
        "{}",
        "[]",
        "{\"a\":1}",
        "[1,2]",
        "\"a\":",
        ",\"b\":",
        "\t",
        "\u00e9"
    };

    @Test
    void takesAndRefusesWhatJacksonDoes() throws JsonProcessingException {
        SplittableRandom random = new SplittableRandom(11);
        int taken = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = random.nextBoolean() ? pieces(random) : broken(value(random, 0), random);
            String expected = jackson(text);
            String actual;
            try {
                JsonValue value = JsonReader.read(text);
                actual = JACKSON.writeValueAsString(JACKSON.readTree(JsonWriter.compact(value)));
                assertThat(JsonReader.read(JsonWriter.indented(value))).isEqualTo(value);
                taken++;
            } catch (JsonException e) {
                actual = "refused";
                assertThat(e.getMessage()).hasSizeLessThan(1000).startsWith("line ");
            }
            assertThat(actual).as(text).isEqualTo(expected);
        }
        assertThat(taken).isBetween(TEXTS / 20, TEXTS / 2);
    }

    private static String jackson(String text) {
        if (text.isBlank()) {
            return "refused";
        }
        try {
            String read = JACKSON.writeValueAsString(JACKSON.readTree(text));
            return read;
        } catch (JsonProcessingException e) {
            return "refused";
        }
    }

    private static String pieces(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static String value(SplittableRandom random, int depth) {
        int kind = random.nextInt(depth < 4 ? 8 : 5);
        StringBuilder text = new StringBuilder();
        switch (kind) {
            case 5, 6 -> {
                text.append('{');
                for (int i = random.nextInt(5); i > 0; i--) {
                    text.append('"').append((char) ('a' + random.nextInt(20))).append("\": ");
                    text.append(value(random, depth + 1)).append(i > 1 ? "," : "");
                }
                text.append('}');
            }
            case 7 -> {
                text.append('[');
                for (int i = random.nextInt(5); i > 0; i--) {
                    text.append(value(random, depth + 1)).append(i > 1 ? " ,\n" : "");
                }
                text.append(']');
            }
            default -> text.append(new String[] {"\"\\u00e9x\"", "-12", "0.25", "false", "\"ü😀\""}[kind]);
        }
        return text.toString();
    }

    /** The text with one character gone or doubled, or as it is. */
    private static String broken(String text, SplittableRandom random) {
        int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
        int end = text.offsetByCodePoints(at, 1);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, end) + text.substring(at);
            default -> text;
        };
    }
}
