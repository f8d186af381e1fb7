package org.initweights.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.table;

import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far tables are looked at before they are written, and how large expressions may be. */
class TableLimitsTest {

    /** Of a large table each corner is looked at, and nothing else. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "29, 0, 0", "0, 19, 0", "0, 0, 39", "29, 19, 0", "29, 0, 39", "0, 19, 39", "29, 19, 39"})
    void cornersAreLookedAt(int i, int j, int k) {
        TensorShape large = TensorShape.of(30, 20, 40);
        assertRefused(at(i, j, k), large, "Infinity at [" + i + ", " + j + ", " + k + "]");
    }

    private static String at(int i, int j, int k) {
        return "1 / (abs(i0 - " + i + ") + abs(i1 - " + j + ") + abs(i2 - " + k + "))";
    }

    private static void assertRefused(String expression, TensorShape shape, String words) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> table(expression).resolve(shape))
                .withMessageContaining(words)
                .withMessageContaining("[TableValue]");
    }

    @Test
    void allElementsOfASmallTableAreLookedAt() {
        assertRefused("1 / (i0 - 2000)", TensorShape.of(4096), "Infinity at");
        assertThat(table("1 / (i0 - 2000)").resolve(TensorShape.of(4097)).toString())
                .startsWith("table");
        assertThat(table("1 / (abs(i0 - 1) + abs(i1))").resolve(TensorShape.of(80, 80)))
                .isNotNull();
        assertThat(table("1 / i0").resolve(TensorShape.of(0))).isNotNull();
    }

    @Test
    void expressionsHaveLimits() {
        assertThat(table("i0" + " + i0".repeat(500)).resolve(TensorShape.of(2))).isNotNull();
        assertTooLarge("i0" + " + i0".repeat(501), "more than 500 operators");
        assertThat(table("(".repeat(50) + "i0" + ")".repeat(50)).resolve(TensorShape.of(2)))
                .isNotNull();
        assertTooLarge("(".repeat(51) + "i0" + ")".repeat(51), "more than 50 deep");
        assertTooLarge("(".repeat(26) + "- ".repeat(26) + "i0" + ")".repeat(26), "more than 50 deep");
        assertThat(table("i0" + " ".repeat(9_998)).resolve(TensorShape.of(2))).isNotNull();
        assertTooLarge("i0" + " ".repeat(9_999), "more than 10000 characters");
    }

    private static void assertTooLarge(String expression, String words) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> table(expression))
                .withMessageContaining(words)
                .withMessageContaining("[ExpressionSize]");
    }

    @Test
    void momentsAreThoseOfTheElements() {
        TableFill fill = (TableFill) table("3 + i0").resolve(TensorShape.of(5));
        assertThat(fill.lower()).isEqualTo(3);
        assertThat(fill.upper()).isEqualTo(7);
        assertThat(fill.mean()).isEqualTo(5);
        assertThat(fill.std()).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(fill.fits(5)).isTrue();
        assertThat(fill.fits(4)).isFalse();
    }

    @Test
    void numbersMustBeNumbers() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> table("1..2"))
                .withMessageContaining("is no number")
                .withMessageContaining("[TableSyntax]");
    }
}
