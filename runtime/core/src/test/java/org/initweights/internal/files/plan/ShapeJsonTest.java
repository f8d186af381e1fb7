package org.initweights.internal.files.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.initweights.Axes;
import org.initweights.InitializationException;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.expression.Sizes;
import org.initweights.internal.files.json.JsonException;
import org.initweights.internal.files.json.JsonReader;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.files.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeJsonTest {

    private static final Sizes SIZES = new Sizes(Map.of("net.hidden", 6L, "net.heads", 2L), "net.");

    @TempDir
    private Path folder;

    private JsonValue json(String text) throws IOException {
        Path file = folder.resolve("shape.json");
        Files.writeString(file, text);
        return JsonReader.read(file);
    }

    static Stream<Arguments> shapes() {
        TensorShape kernel = TensorShape.of(12, 6, 3, 3);
        return Stream.of(
                Arguments.of(TensorShape.of(), "[]"),
                Arguments.of(TensorShape.of(0, 7), "[0, 7]"),
                Arguments.of(
                        kernel.withLayout(Layout.IN_OUT_SPATIAL),
                        "{\"shape\": [12, 6, 3, 3], \"layout\": \"IN_OUT_SPATIAL\"}"),
                Arguments.of(
                        kernel.withGroups(2).withPacked(3), "{\"shape\": [12, 6, 3, 3], \"groups\": 2, \"packed\": 3}"),
                Arguments.of(TensorShape.of(8, 12, 6).withStacked(1), "{\"shape\": [8, 12, 6], \"stacked\": 1}"),
                Arguments.of(
                        TensorShape.of(4, 6, 5).withAxes(new Axes(List.of(0), List.of(2), List.of(1))),
                        "{\"shape\": [4, 6, 5], \"inAxes\": [0], \"outAxes\": [2], \"batchAxes\": [1]}"));
    }

    /** Only the roles that are not the usual ones are said. */
    @ParameterizedTest
    @MethodSource("shapes")
    void saysWhatIsNotUsual(TensorShape shape, String text) throws IOException {
        assertThat(ShapeJson.of(shape)).isEqualTo(json(text));
        assertThat(ShapeJson.read(json(JsonWriter.indented(ShapeJson.of(shape))), SIZES))
                .isEqualTo(shape);
    }

    @Test
    void sizesMayBeExpressions() throws IOException {
        String text = "{\"shape\": [\"3 * hidden\", \"hidden\", 4], \"packed\": \"heads + 1\"}";

        assertThat(ShapeJson.read(json(text), SIZES))
                .isEqualTo(TensorShape.of(18, 6, 4).withPacked(3));
    }

    @Test
    void refusesWhatIsNoShape() {
        refused(JsonException.class, "{\"layout\": \"OUT_IN_SPATIAL\"}", "shape");
        refused(JsonException.class, "{\"shape\": [2, 2], \"layout\": \"OUT\"}", "\"OUT\" is none of [OUT_IN_SPATIAL");
        refused(JsonException.class, "[2, 2.5]", "2.5");
        refused(JsonException.class, "[2, null]", "expected a number, but found null");
        refused(InitializationException.class, "[2, -1]", "-1");
        refused(InitializationException.class, "{\"shape\": [5, 2], \"packed\": 2}", "2");
        refused(
                JsonException.class,
                "{\"shape\": [2, 2], \"stacked\": 4294967296}",
                "4294967296 is too large for an int");
        refused(IllegalArgumentException.class, "[\"width\"]", "width");
    }

    private void refused(Class<? extends RuntimeException> type, String text, String problem) {
        assertThatExceptionOfType(type)
                .as(text)
                .isThrownBy(() -> ShapeJson.read(json(text), SIZES))
                .withMessageContaining(problem);
    }
}
