package org.initweights.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.processor.expression.Numbers.variable;

import java.util.List;
import org.initweights.internal.expression.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dimensions are computed as far as their names are known, with the arithmetic of {@code long}. */
class DimensionReaderTest {

    /** {@code EIGHT} is 8, {@code double()} is twice {@code hidden}, and {@code hidden} each model has. */
    private final DimensionReader reader = DimensionReader.exact(path -> switch (String.join(".", path)) {
        case "EIGHT" -> new Scope.Known(8);
        case "hidden", "config.in()" -> new Scope.Variable(variable(String.join(".", path)));
        case "twice" -> new Scope.Size(new Dimension("2 * hidden", twice()));
        case "ten" -> new Scope.Size(Dimension.of(10));
        default -> throw new ExpressionException("UnknownDimension", "no " + path.get(0));
    });

    private static Term twice() {
        return new Term.Binary(Operator.TIMES, new Term.Whole(2), new Term.Variable(variable("hidden")));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "EIGHT, 8",
        "ten, 10",
        "EIGHT + ten * 2, 28",
        "(EIGHT - ten) * 3, -6",
        "-EIGHT, -8",
        "-(3 - 5), 2",
        "EIGHT / 4, 2",
        "EIGHT / -1, -8",
    })
    void areNumbersIfAllNamesAreKnown(String dims, long size) throws ExpressionException {
        assertThat(reader.read(dims))
                .singleElement()
                .satisfies(dimension -> assertThat(dimension.size()).hasValue(size));
    }

    @Test
    void keepTheTextThatTheUserWrote() throws ExpressionException {
        assertThat(reader.read("hidden, EIGHT*2,4 "))
                .extracting(Dimension::text)
                .containsExactly("hidden", "EIGHT * 2", "4");
    }

    @Test
    void dependOnWhatEachModelHas() throws ExpressionException {
        Term hidden = new Term.Variable(variable("hidden"));
        assertThat(reader.read("hidden - 4 / 2"))
                .containsExactly(
                        new Dimension("hidden - 4 / 2", new Term.Binary(Operator.MINUS, hidden, new Term.Whole(2))));
        assertThat(reader.read("-hidden")).containsExactly(new Dimension("-hidden", new Term.Negation(hidden)));
        assertThat(reader.read("hidden * hidden + config.in()").get(0).variables())
                .containsExactly(variable("hidden"), variable("config.in()"));
    }

    @Test
    void takeInTheSizeThatANameMeans() throws ExpressionException {
        assertThat(reader.read("twice")).containsExactly(new Dimension("twice", twice()));
    }

    @Test
    void mayComeFromAPlaceOfTheirOwn() throws ExpressionException {
        assertThat(reader.read(new Source("groups", "EIGHT / 2", "DimensionSyntax")))
                .isEqualTo(new Dimension("EIGHT / 2", new Term.Whole(4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EIGHT / 0", "hidden / (EIGHT - 8)", "7 / (3 - 3)"})
    void doNotDivideByZero(String dims) throws ExpressionException {
        assertThatThrownBy(() -> reader.read(dims))
                .isInstanceOfSatisfying(
                        ExpressionException.class,
                        mistake -> assertThat(mistake.id()).isEqualTo("DivisionByZero"))
                .hasMessage("\"" + dims + "\" in dims divides by zero");
        assertThat(reader.read("EIGHT * 0").get(0).size()).hasValue(0);
        assertThat(reader.read("0 / EIGHT").get(0).size()).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775807 + 1",
                "-9223372036854775807 - 2",
                "4611686018427387904 * 2",
                "(-9223372036854775807 - 1) / -1",
                "-(-9223372036854775807 - 1)",
            })
    void doNotExceedALong(String dims) {
        assertThatThrownBy(() -> reader.read(dims))
                .isInstanceOfSatisfying(
                        ExpressionException.class,
                        mistake -> assertThat(mistake.id()).isEqualTo("TooManyElements"))
                .hasMessage("\"" + dims + "\" in dims exceeds a long");
    }

    @Test
    void areNoFractionsAndNoFunctions() {
        assertThatThrownBy(() -> reader.read("2.5"))
                .isInstanceOfSatisfying(
                        ExpressionException.class,
                        mistake -> assertThat(mistake.id()).isEqualTo("DimensionSyntax"))
                .hasMessageStartingWith("\"2.5\" in dims is not an integer");
        assertThatThrownBy(() -> reader.read("4 * exp(hidden)")).hasMessageStartingWith("\"exp(hidden)\" in dims");
    }

    @Test
    void pointAtTheNameThatThereIsNot() {
        assertThatThrownBy(() -> reader.read("EIGHT, 2 * hiden"))
                .isInstanceOfSatisfying(
                        ExpressionException.class,
                        mistake -> assertThat(mistake.offset()).isEqualTo(11))
                .hasMessage("no hiden");
    }

    @Test
    void areAsManyAsThereAreExpressions() throws ExpressionException {
        assertThat(reader.read("1, hidden, 3")).hasSize(3);
        assertThat(List.of(reader.read("5"))).hasSize(1);
    }
}
