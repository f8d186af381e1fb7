package org.initweights.internal.files.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    @Test
    void writesMembersInTheirOrder() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("z", new JsonArray(List.of(JsonNumber.of(1), JsonNumber.of(0.5))));
        members.put("a", new JsonObject(Map.of()));
        assertThat(JsonWriter.compact(new JsonObject(members))).isEqualTo("{\"z\":[1,0.5],\"a\":{}}");
        assertThat(JsonWriter.indented(new JsonObject(members))).isEqualTo("""
                {
                  "z": [
                    1,
                    0.5
                  ],
                  "a": {}
                }""");
    }

    @Test
    void escapesOnlyWhatItMust() {
        assertThat(JsonWriter.compact(new JsonString("\"\\/\u0001\b\f\n\r\t\u007fδ😀")))
                .isEqualTo("\"\\\"\\\\/\\u0001\\b\\f\\n\\r\\t\u007fδ😀\"");
    }

    @Test
    void refusesHalfASurrogatePair() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonWriter.compact(new JsonString("a\ud83d")))
                .withMessage("the string has half a surrogate pair, \\ud83d");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatJsonCannotWrite(double value) {
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> JsonNumber.of(value));
    }
}
