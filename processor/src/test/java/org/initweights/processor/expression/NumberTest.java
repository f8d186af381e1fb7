package org.initweights.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in formulas are read as Java reads them; a sign belongs to a number only after its exponent's letter. */
class NumberTest {

    @ParameterizedTest
    @CsvSource({
        "1e-3, 1e-3",
        "1E+3, 1000",
        "2.5e2, 250",
        ".5, 0.5",
        "5., 5",
        "1_000.5, 1000.5",
        "1e-3-1, -0.999",
        "1e3+1, 1001",
        "3-1, 2",
        "3.5+1, 4.5",
        "1e2 - 1e1, 90",
        "1e-3*1e+3, 1",
    })
    void areReadAsJavaReadsThem(String text, double value) throws ExpressionException {
        assertThat(value(text)).isEqualTo(value);
    }

    @Test
    void ofDigitsAreWhole() throws ExpressionException {
        assertThat(ExpressionReader.read(source("1_000"))).isEqualTo(new Expression.Whole(1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e", "1e-", "1e+-3", "1.2.3", "0x1g", "99999999999999999999", "1k"})
    void othersAreRefused(String text) {
        assertThatThrownBy(() -> value(text)).isInstanceOf(ExpressionException.class);
    }

    private static double value(String text) throws ExpressionException {
        Term term = new FormulaReader(path -> {
                    throw new ExpressionException("FormulaSyntax", String.join(".", path));
                })
                .read(source(text))
                .term();
        return ((Term.Real) term).value();
    }

    private static Source source(String text) {
        return new Source("std", text, "FormulaSyntax");
    }
}
