package org.initweights.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.uniform;

import java.util.Map;
import org.initweights.InitializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that have a meaning of their own, so that no number can be given to them; and others, of which nothing is made. */
class ElementNamesTest {

    private static final String OWN = "is not in the expression, where this name has a meaning of its own";

    @ParameterizedTest
    @CsvSource({
        "pi, true, true",
        "i0, true, false",
        "n12, true, false",
        "i999, true, false",
        "i1000, false, false",
        "i, false, false",
        "j0, false, false",
        "x, false, true",
        "scale, false, false",
    })
    void haveAMeaningInTablesOrInTransforms(String name, boolean ofTables, boolean ofTransforms) {
        assertUnused(name, ofTables, () -> table("2", Map.of(name, 1)));
        assertUnused(name, ofTransforms, () -> uniform().transformed("2", Map.of(name, 1)));
    }

    private static void assertUnused(String name, boolean own, Runnable expression) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(expression::run)
                .withMessageContaining("\"" + name + "\" is given a number, and is not in the expression")
                .withMessageEndingWith("[UnusedNumber]")
                .satisfies(e ->
                        assertThat(String.valueOf(e.getMessage()).contains(OWN)).isEqualTo(own));
    }

    @Test
    void messagesSayWhichKindOfExpressionItIs() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> table(" "))
                .withMessageContaining("the table is empty; write an expression");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> uniform().transformed(" "))
                .withMessageContaining("the transform is empty; write an expression");
    }

    /** What is near may be one of the numbers that were given, or one that has a meaning. */
    @Test
    void namesWithoutANumberAreMadeOut() {
        assertUnknown(
                "theto * i0", "\"theto\" has no number; there are indices", ", and theta; did you mean \"theta\"?");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> uniform().transformed("pj * x"))
                .withMessageContaining(
                        "\"pj\" has no number; there are x, which is the number that is drawn, and pi; did you mean \"pi\"?");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> table("frequency * i0"))
                .withMessageContaining("n0, n1, … and pi; give it a number beside the expression");
    }

    private static void assertUnknown(String expression, String beginning, String end) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> table(expression, Map.of("theta", 1)))
                .withMessageContaining(beginning)
                .withMessageContaining(end);
    }

    @Test
    void pathsAreTakenApartAtTheirDots() throws ElementMistake {
        ElementExpression expression = ElementExpression.read(ElementKind.TABLE, "config . rope.theta() * i0");
        assertThat(expression.names()).containsOnlyKeys("config.rope.theta()");
        assertThat(expression.path("config.rope.theta()")).containsExactly("config", "rope", "theta()");
    }

    /** By the number of a character of the text. */
    @ParameterizedTest
    @CsvSource({
        "1 + sinn(i0), 4, UnknownFunction",
        "'1 + sin(i0, 2)', 4, UnknownFunction",
        "1 + i0 / 0, 7, DivisionByZero",
        "sin(i0, 6, TableSyntax",
        "2 + (i0 ? 1 : 2), 8, TableSyntax",
        "2 * (i0 < 1), 2, TableSyntax",
        "i0 + 1e999, 5, TableValue",
        "i0 + 1x, 5, TableSyntax",
    })
    void mistakesHaveAPlace(String text, int position, String id) {
        assertPlace(text, position, id);
    }

    @Test
    void whatIsTooMuchHasAPlace() {
        assertPlace("i0 * " + "(".repeat(60) + "1" + ")".repeat(60), 5 + 50, "ExpressionSize");
        assertPlace("i0 * " + "-".repeat(60) + "1", 5 + 50, "ExpressionSize");
        assertPlace("i0 * " + "sin(".repeat(60) + "1" + ")".repeat(60), 5 + 4 * 50 + 3, "ExpressionSize");
        assertPlace("i0" + " + i0".repeat(501), 3 + 5 * 500, "ExpressionSize");
    }

    private static void assertPlace(String text, int position, String id) {
        assertThatExceptionOfType(ElementMistake.class)
                .isThrownBy(() -> ElementExpression.read(ElementKind.TABLE, text))
                .satisfies(mistake -> {
                    assertThat(mistake.id()).isEqualTo(id);
                    assertThat(mistake.position()).as(text).isEqualTo(position);
                });
    }
}
