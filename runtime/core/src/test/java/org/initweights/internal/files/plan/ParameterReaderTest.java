package org.initweights.internal.files.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.initweights.TensorShape;
import org.initweights.internal.expression.Sizes;
import org.initweights.internal.files.json.JsonReader;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.EyeFill;
import org.junit.jupiter.api.Test;

class ParameterReaderTest {

    private static final String ONE = "{'type': 'constant', 'value': 1}";
    private static final String EYE = "{'type': 'eye'}";
    private static final String EYE_FILL = "{'type': 'eye', 'rows': 2, 'columns': 3}";

    @Test
    void startsAsItsFillSays() {
        PlannedParameter read = read("'fill': " + EYE_FILL, Map.of());

        assertThat(read.name()).isEqualTo("net.w");
        assertThat(read.fill()).isEqualTo(new EyeFill(2, 3));
        assertThat(read.initializer().resolve(TensorShape.of(2, 3)))
                .as("for it is known what it becomes, but not by which rule")
                .isEqualTo(new EyeFill(2, 3));
    }

    @Test
    void startsAsItsRuleSays() {
        PlannedParameter read = read("'rule': " + EYE, Map.of());

        assertThat(read.fill()).isEqualTo(new EyeFill(2, 3));
        assertThat(read.initializer().resolve(TensorShape.of(4, 4))).isEqualTo(new EyeFill(4, 4));
    }

    @Test
    void fillAndRuleAgree() {
        assertThat(read("'fill': " + EYE_FILL + ", 'rule': " + EYE, Map.of())
                        .initializer()
                        .resolve(TensorShape.of(4, 4)))
                .isEqualTo(new EyeFill(4, 4));
        assertRefused(
                "'fill': " + ONE + ", 'rule': " + EYE,
                "net.w: its rule gives " + new EyeFill(2, 3) + ", but the plan says " + new ConstantFill(1));
    }

    /** Also over a fill that says otherwise, or that does not fit. */
    @Test
    void aRuleOfTheModelAroundItWins() {
        Map<String, JsonValue> ruled = Map.of("net.w", json(ONE), "w", json("{'type': 'none'}"));

        assertThat(read("'rule': " + EYE, ruled).fill()).isEqualTo(new ConstantFill(1));
        assertThat(read("'fill': {'type': 'eye', 'rows': 9, 'columns': 9}", ruled)
                        .fill())
                .isEqualTo(new ConstantFill(1));
    }

    @Test
    void refusesWhatThePlanDoesNotSay() {
        assertRefused(
                "'mean': 0",
                "net.w: how it starts is known only when the model is built; write the plan of the built model instead:"
                        + " Plan.of(parameters).write(file)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterReader.read(
                        json("{'name': 'w', 'shape': [1], 'rule': " + ONE + "}").asObject(), reader(""), Map.of()))
                .withMessage("w: the plan does not say in which type it is stored; write the plan of the built model"
                        + " instead: Plan.of(parameters).write(file)");
    }

    @Test
    void refusesAFillOfAnotherSize() {
        assertRefused(
                "'fill': {'type': 'eye', 'rows': 3, 'columns': 3}",
                "net.w: identity is made for another number of elements than the 6 of [2, 3] [FillSize]");
    }

    @Test
    void sizesOfTheModelComeFirst() {
        JsonValue member = json("{'name': 'w', 'shape': ['rows', 3], 'dtype': 'F16', 'rule': " + ONE + "}");

        assertThat(ParameterReader.read(member.asObject(), reader("net."), Map.of())
                        .shape())
                .isEqualTo(TensorShape.of(2, 3));
        assertThat(ParameterReader.read(member.asObject(), reader(""), Map.of()).shape())
                .isEqualTo(TensorShape.of(5, 3));
    }

    @Test
    void aParameterWithoutNameIsNamedByItsQuotes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterReader.read(
                        json("{'name': '', 'shape': [1], 'dtype': 'F32', 'rule': " + ONE + "}")
                                .asObject(),
                        reader(""),
                        Map.of()))
                .withMessage("\"\": the name of a parameter is empty");
    }

    private static void assertRefused(String start, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(start, Map.of()))
                .withMessage(message);
    }

    private static PlannedParameter read(String start, Map<String, JsonValue> ruled) {
        return ParameterReader.read(
                json("{'name': 'w', 'shape': [2, 3], 'dtype': 'F32', " + start + "}")
                        .asObject(),
                reader("net."),
                ruled);
    }

    private static RecordReader reader(String owner) {
        return new RecordReader(new Sizes(Map.of("net.rows", 2L, "rows", 5L), owner), Path.of(""));
    }

    private static JsonValue json(String text) {
        return JsonReader.read(text.replace('\'', '"'));
    }
}
