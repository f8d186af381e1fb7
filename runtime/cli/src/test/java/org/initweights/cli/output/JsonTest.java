package org.initweights.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same data as Jackson writes. */
class JsonTest {

    private static final ObjectMapper JACKSON = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /** Every kind of member. */
    public record All(
            String text,
            boolean flag,
            int count,
            long elements,
            double mean,
            @Nullable Double std,
            @Nullable Long zeros,
            @Nullable Boolean answer,
            TimeUnit unit,
            List<Long> shape,
            List<All> inside,
            Map<String, String> metadata) {

        static All of(double mean, @Nullable Double std, String text, All... inside) {
            return new All(
                    text,
                    mean > 0,
                    -3,
                    Long.MAX_VALUE,
                    mean,
                    std,
                    std == null ? null : 7L,
                    std == null ? null : Boolean.TRUE,
                    TimeUnit.HOURS,
                    List.of(2L, 3L),
                    Arrays.asList(inside),
                    new TreeMap<>(Map.of("format", "pt", "b\"\\", text)));
        }
    }

    /** Which only its own class may read. */
    private record Hidden(String name) {}

    @ParameterizedTest
    @ValueSource(
            doubles = {0, -0.0, 1, -1.5, 1e300, 1e-300, 0.1, 1e7, 123456789012.5, Double.MIN_VALUE, Double.MAX_VALUE})
    void writesNumbersAsJacksonDoes(double number) throws JsonProcessingException {
        All data = All.of(number, number, "w");
        assertThat(JACKSON.readTree(Json.text(data))).isEqualTo(JACKSON.readTree(JACKSON.writeValueAsString(data)));
        assertThat(JACKSON.readTree(Json.text(data)).get("mean").doubleValue()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void writesWhatIsNoNumberAsText(double number) throws JsonProcessingException {
        All data = All.of(number, null, "w");
        assertThat(JACKSON.readTree(Json.text(data))).isEqualTo(JACKSON.readTree(JACKSON.writeValueAsString(data)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\"b\\c/d", "\n\t\r\b\f\u0000\u001f\u007f", "größe 重み 😀", "<script>&'", "\u2028"})
    void writesTextsAsJacksonDoes(String text) throws JsonProcessingException {
        All data = All.of(1, null, text, All.of(2, 3.0, text), All.of(4, null, "x"));
        assertThat(JACKSON.readTree(Json.text(data))).isEqualTo(JACKSON.readTree(JACKSON.writeValueAsString(data)));
    }

    @Test
    void writesMembersInTheirOrderAndALineEach() {
        assertThat(Json.text(new Hidden("w"))).isEqualTo("{\n  \"name\": \"w\"\n}");
        assertThat(Json.text(All.of(1, null, "w")))
                .containsSubsequence("text", "flag", "count", "elements", "mean", "unit", "shape", "inside", "metadata")
                .doesNotContain("std", "zeros", "null");
    }

    @Test
    void refusesWhatHasNoForm() {
        record Wrong(Path path) {}
        assertThatIllegalArgumentException().isThrownBy(() -> Json.text(new Wrong(Path.of("x"))));
    }
}
