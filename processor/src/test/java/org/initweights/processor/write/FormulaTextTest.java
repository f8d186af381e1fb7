package org.initweights.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.FormulaReader;
import org.initweights.processor.expression.Numbers;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.ShapeProperty;
import org.initweights.processor.expression.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas are shown as people write them on paper. */
class FormulaTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.02 / sqrt(2 * x)   | 0.02 / √(2 · x)",
                "sqrt(x)              | √x",
                "x * (y + 1)          | x · (y + 1)",
                "(x * y) + 1          | x · y + 1",
                "x - (y - 1)          | x - (y - 1)",
                "x / (y * 2)          | x / (y · 2)",
                "-x                   | -x",
                "-(x + y)             | -(x + y)",
                "-(-x)                | -(-x)",
                "x * -2               | x · -2",
                "sqrt(-x)             | √(-x)",
                "max(x, y + 1)        | max(x, y + 1)",
                "x + 1 / 3            | x + 0.3333",
            })
    void isShownOnPaper(String formula, String shown) throws ExpressionException {
        assertThat(FormulaText.of(read(formula))).isEqualTo(shown);
    }

    @Test
    void namesWhatItTakesFromTheShape() {
        assertThat(FormulaText.of(Quantity.of(ShapeProperty.FAN_IN))).isEqualTo("fan_in");
        assertThat(FormulaText.of(Quantity.of(Numbers.size("hidden")))).isEqualTo("hidden");
    }

    @Test
    void isInParenthesesBesideAnotherUnlessItIsOneThing() throws ExpressionException {
        assertThat(FormulaText.operand(read("x"))).isEqualTo("x");
        assertThat(FormulaText.operand(read("0.5"))).isEqualTo("0.5");
        assertThat(FormulaText.operand(read("-0.5"))).isEqualTo("(-0.5)");
        assertThat(FormulaText.operand(read("x / 2"))).isEqualTo("(x / 2)");
        assertThat(FormulaText.operand(read("sqrt(x)"))).isEqualTo("√x");
    }

    private static Quantity read(String formula) throws ExpressionException {
        return new FormulaReader(path -> Quantity.of(Numbers.real(path.get(0))))
                .read(new Source("std", formula, "FormulaSyntax"));
    }
}
