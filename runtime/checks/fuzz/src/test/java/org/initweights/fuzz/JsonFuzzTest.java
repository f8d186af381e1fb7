package org.initweights.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.internal.files.json.JsonArray;
import org.initweights.internal.files.json.JsonException;
import org.initweights.internal.files.json.JsonNumber;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonReader;
import org.initweights.internal.files.json.JsonString;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.files.json.JsonValue.JsonBoolean;
import org.initweights.internal.files.json.JsonWriter;

/** Texts of JSON: read are those that {@link PlainJson} reads, to the same values; what is written of them is read as the same again. */
class JsonFuzzTest {

    private static final int LONGEST_MESSAGE = 1000;

    @FuzzTest
    @DictionaryEntries({"\"\\u0041\"", "\\ud83d\\ude00", "1.5e-7", "{\"a\":", ",\"a\":", "null", "true", "false"})
    void text(byte[] input) {
        Trial.of(this, "text", input, () -> {
            Optional<Object> expected = PlainJson.read(input);
            JsonValue value;
            try {
                value = JsonReader.read(input.clone());
            } catch (JsonException e) {
                assertThat(expected).as(e.getMessage()).isEmpty();
                assertThat(e.getMessage()).hasSizeLessThan(LONGEST_MESSAGE);
                return;
            }
            assertThat(Optional.of(plain(value))).isEqualTo(expected);
            assertThat(names(value)).isEqualTo(names(expected.orElseThrow()));
            for (String written : List.of(JsonWriter.compact(value), JsonWriter.indented(value))) {
                assertThat(PlainJson.read(written.getBytes(StandardCharsets.UTF_8)))
                        .isEqualTo(expected);
                assertThat(JsonReader.read(written)).isEqualTo(value).hasSameHashCodeAs(value);
            }
        });
    }

    private static Object plain(JsonValue value) {
        if (value instanceof JsonObject object) {
            Map<String, Object> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, plain(member)));
            return members;
        }
        if (value instanceof JsonArray array) {
            List<Object> elements = new ArrayList<>();
            array.elements().forEach(element -> elements.add(plain(element)));
            return elements;
        }
        if (value instanceof JsonString string) {
            return string.text();
        }
        if (value instanceof JsonNumber number) {
            return new PlainJson.Digits(number.text());
        }
        return value instanceof JsonBoolean bool ? bool.asBoolean() : new PlainJson.Nothing();
    }

    /** The names of an object in their order, which maps do not compare. */
    private static List<String> names(Object value) {
        if (value instanceof JsonObject object) {
            return List.copyOf(object.members().keySet());
        }
        List<String> names = new ArrayList<>();
        if (value instanceof Map<?, ?> object) {
            object.keySet().forEach(name -> names.add((String) name));
        }
        return names;
    }
}
