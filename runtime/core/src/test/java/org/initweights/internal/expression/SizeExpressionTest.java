package org.initweights.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeExpressionTest {

    private static final Sizes SIZES = new Sizes(Map.of("in", 7L, "config.hidden()", 5L), "");

    @ParameterizedTest
    @CsvSource({
        "1+2*3, 7",
        "(1+2)*3, 9",
        "8/2*2, 8",
        "floor(7/2)*2, 6",
        "floor(in*3/2), 10",
        "floor(-7/2), -4",
        "floor(8/2/3), 1",
        "10-2-3, 5",
        "-in+8, 1",
        "--in, 7",
        "-(in-1)*-2, 12",
        "config.hidden() * in, 35"
    })
    void computes(String text, long value) {
        assertThat(SizeExpression.value(text, SIZES)).isEqualTo(value);
    }

    @Test
    void sumsAndProductsHaveAsManyTermsAsFit() {
        assertThat(SizeExpression.value("1" + "+1".repeat(4_999), SIZES)).isEqualTo(5_000);
        assertThat(SizeExpression.value("1" + "*1".repeat(4_999), SIZES)).isEqualTo(1);
        assertThat(SizeExpression.value("-".repeat(9_998) + "3", SIZES)).isEqualTo(3);
        assertThat(SizeExpression.value("(".repeat(100) + "3" + ")".repeat(100), SIZES))
                .isEqualTo(3);
        assertThat(SizeExpression.value("(1)+".repeat(2_000) + "1", SIZES)).isEqualTo(2_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "1+", "1-", "-", "1*", "-(", "1+(", "a(", "((1)+", "9"})
    void refusesWhatGoesOnForEverInOneLine(String repeated) {
        for (int times : new int[] {101, 2_000, 20_000, 1_000_000}) {
            String text = repeated.repeat(times);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SizeExpression.value(text, SIZES))
                    .satisfies(e ->
                            assertThat(e.getMessage()).hasSizeLessThan(1000).doesNotContain("\n"));
        }
    }

    @Test
    void saysTheLimits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SizeExpression.value("(".repeat(101) + "1" + ")".repeat(101), SIZES))
                .withMessageEndingWith("is no size: parentheses are nested deeper than 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SizeExpression.value("1" + "+1".repeat(20_000), SIZES))
                .withMessageEndingWith("is no size: there may be 10000 characters");
        assertThat(SizeExpression.value(" ".repeat(9_999) + "8", SIZES)).isEqualTo(8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SizeExpression.value(" ".repeat(10_000) + "8", SIZES))
                .withMessageEndingWith("is no size: there may be 10000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775807+1", "9223372036854775807*2", "0-9223372036854775807-2", "1/0", "1/(in-7)"})
    void refusesWhatALongCannotHold(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SizeExpression.value(text, SIZES))
                .withMessageContaining("divides by zero, or exceeds a long");
    }

    @Test
    void countsPositionsFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SizeExpression.value("in+*2", SIZES))
                .withMessage("\"in+*2\" is no size: see position 4");
    }
}
