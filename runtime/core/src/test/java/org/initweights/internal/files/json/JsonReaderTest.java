package org.initweights.internal.files.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " [ 1 , -0.5e+10 , 0 , 1E5, 123456789012345678901234567890 ] ",
                "{\"a\":{\"b\":[true,false,null]},\"\":\"\"}",
                "\"\\u00e9\\ud83d\\ude00 \\\" \\\\ \\/ \\b\\f\\n\\r\\t é😀\"",
                "{\"δ\":1,\"a\\u0000b\":2}"
            })
    void readsAndWritesAsJacksonDoes(String text) throws JsonProcessingException {
        ObjectMapper jackson = new ObjectMapper();
        JsonValue value = JsonReader.read(text);
        assertThat(jackson.readTree(JsonWriter.compact(value))).isEqualTo(jackson.readTree(text));
        assertThat(JsonReader.read(JsonWriter.compact(value))).isEqualTo(value);
        assertThat(JsonReader.read(JsonWriter.indented(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\"}",
                "{a:1}",
                "{1:2}",
                "01",
                "-",
                "+1",
                ".5",
                "1.",
                "1e",
                "1e+",
                "0x10",
                "NaN",
                "-Infinity",
                "tru",
                "nul",
                "truefalse",
                "1 2",
                "[1]]",
                "'a'",
                "\"a",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u１234\"",
                "\"\\ud800\"",
                "\"\\ud800x\"",
                "\"\\udc00\\ud800\"",
                "\"a\nb\"",
                "\"\t\"",
                "\uFEFF{}",
                "\u00A0{}",
                "// c\n{}",
                "[1 2]",
                "{\"a\" 1}",
                "\u0000",
                "\"\u0000\""
            })
    void refusesWhatIsNoJson(String text) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.read(text))
                .withMessageStartingWith("line ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'b':2,'a':3} | line 1, column 14: the name \"a\" is there twice",
                "{'a':1,~'b':} | line 2, column 5: expected a value, but found '}'",
                "[1,~~ 2 3] | line 3, column 4: expected ',' or ']', but found '3'",
                "[1 | line 1, column 3: expected ',' or ']', but found the end of the text"
            })
    void saysWhereTheMistakeIs(String text, String message) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.read(text.replace('\'', '"').replace('~', '\n')))
                .withMessage(message);
    }

    @Test
    void refusesTextThatAsksTooMuch() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.read("[".repeat(100_000)))
                .withMessageContaining("nested deeper than 64");
        assertThat(JsonReader.read("[".repeat(64) + "]".repeat(64)).asArray().elements())
                .hasSize(1);
        assertThat(JsonReader.read("[" + "[],".repeat(100) + "[]]").asArray().elements())
                .hasSize(101);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThat(JsonReader.read("\"é\"".getBytes(StandardCharsets.UTF_8)).asString())
                .isEqualTo("é");
        byte[][] malformed = {
            {'"', (byte) 0xE9, '"'},
            {'"', (byte) 0xC0, (byte) 0xAF, '"'},
            {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
            {'"', (byte) 0xE2, (byte) 0x82}
        };
        for (byte[] bytes : malformed) {
            assertThatExceptionOfType(JsonException.class)
                    .isThrownBy(() -> JsonReader.read(bytes))
                    .withMessage("the text is not UTF-8");
        }
    }

    @Test
    void keepsEveryDigitOfANumber() {
        JsonArray numbers = JsonReader.read("[9223372036854775807, 0.1000, 9223372036854775808]")
                .asArray();
        assertThat(numbers.elements().get(0).asNumber().longValue()).isEqualTo(Long.MAX_VALUE);
        assertThat(JsonWriter.compact(numbers)).isEqualTo("[9223372036854775807,0.1000,9223372036854775808]");
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(numbers::longs)
                .withMessage("expected an integer of at most 64 bits, but found 0.1000");
    }

    @Test
    void saysWhichKindItFound() {
        JsonObject object = JsonReader.read("{\"a\":[1],\"b\":true}").asObject();
        assertThat(object.get("a").asArray().longs()).containsExactly(1);
        assertThat(object.find("c")).isEmpty();
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> object.get("a").asString())
                .withMessage("expected a string, but found an array");
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> object.get("c"))
                .withMessage("\"c\" is missing; there are [a, b]");
    }
}
