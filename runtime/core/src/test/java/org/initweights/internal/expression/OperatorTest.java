package org.initweights.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators compute as Java does, except that they never wrap around. */
class OperatorTest {

    @ParameterizedTest
    @CsvSource({
        "+, 7, 2, 9, 9",
        "-, 7, 2, 5, 5",
        "*, 7, 2, 14, 14",
        "/, 8, 2, 4, 4",
        "/, 7, -1, -7, -7",
    })
    void computeIntegersAndFractions(char symbol, long a, long b, long whole, double real) {
        Operator operator = Operator.of(symbol);
        assertThat(operator.symbol()).isEqualTo(symbol);
        assertThat(operator.apply(a, b)).isEqualTo(whole);
        assertThat(operator.apply((double) a, (double) b)).isEqualTo(real);
    }

    @Test
    void divideFractionsWithoutRounding() {
        assertThat(Operator.DIVIDED_BY.apply(7.0, 2.0)).isEqualTo(3.5);
    }

    @Test
    void neverWrapAround() {
        assertThatThrownBy(() -> Operator.PLUS.apply(Long.MAX_VALUE, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Operator.MINUS.apply(Long.MIN_VALUE, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Operator.TIMES.apply(Long.MAX_VALUE, 2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Operator.DIVIDED_BY.apply(Long.MIN_VALUE, -1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void bindAsInJava() {
        assertThat(Operator.PLUS.precedence()).isEqualTo(Operator.MINUS.precedence());
        assertThat(Operator.TIMES.precedence()).isEqualTo(Operator.DIVIDED_BY.precedence());
        assertThat(Operator.TIMES.precedence()).isGreaterThan(Operator.PLUS.precedence());
    }

    @Test
    void areFourAndNoMore() {
        assertThatThrownBy(() -> Operator.of('%'))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no operator: %");
    }
}
