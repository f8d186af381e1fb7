package org.initweights.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.initweights.processor.expression.DimensionReader;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.FormulaReader;
import org.initweights.processor.expression.Numbers;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.Scope;
import org.initweights.processor.expression.ShapeProperty;
import org.initweights.processor.expression.Source;
import org.initweights.processor.expression.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Terms are written as a person would write them in Java: {@code n} and {@code m} are integers, {@code x} and {@code y} are not. */
class TermTextTest {

    private final Locals locals = new Locals(Set.of(), "parameters");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n         | n",
                "n + 3     | Math.addExact(n, 3)",
                "n - m     | Math.subtractExact(n, m)",
                "3 * n     | Math.multiplyExact(3, n)",
                "-n        | Math.negateExact(n)",
                "2 * n + 1 | Math.addExact(Math.multiplyExact(2, n), 1)",
                "n / m     | Quotient.exact(n, m)",
                "floor(n / 2) | Math.floorDiv(n, 2)",
                "floor(n / m) | Quotient.floor(n, m)",
                "floor(n / -1) | Quotient.floor(n, -1)",
            })
    void sizesNeverWrapAround(String dims, String java) throws ExpressionException {
        Term term = DimensionReader.exact(path -> new Scope.Variable(Numbers.variable(path.get(0))))
                .read(new Source("dims", dims, "DimensionSyntax"))
                .term();
        assertThat(TermCode.exact(term, locals)
                        .code()
                        .toString()
                        .replaceAll("java\\.lang\\.|org\\.initweights\\.\\w+\\.", ""))
                .isEqualTo(java);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.02 / x          | 0.02 / x",
                "1 / n             | 1.0 / n",
                "n / m             | (double) n / m",
                "n * x             | n * x",
                "x - (y - 1)       | x - (y - 1)",
                "x - y - 1         | x - y - 1",
                "(x + y) * 2       | (x + y) * 2",
                "x / (y * 2)       | x / (y * 2)",
                "-x                | -x",
                "-(x + y)          | -(x + y)",
                "-(-x)             | -(-x)",
                "x - -2            | x - -2",
                "-n                | -(double) n",
                "sqrt(2 * n)       | Math.sqrt(2.0 * n)",
                "exp(x)            | StrictMath.exp(x)",
                "max(n, x + 1)     | Math.max(n, x + 1)",
            })
    void formulasAreInDoubles(String formula, String java) throws ExpressionException {
        assertThat(real(new FormulaReader(path -> {
                            String name = path.get(0);
                            return Quantity.of("nm".contains(name) ? Numbers.variable(name) : Numbers.real(name));
                        })
                        .read(new Source("std", formula, "FormulaSyntax"))
                        .term()))
                .isEqualTo(java);
    }

    @ParameterizedTest
    @EnumSource
    void propertiesAreThoseOfTheShape(ShapeProperty property) {
        assertThat(real(new Term.OfShape(property))).startsWith("shape.").endsWith(")");
    }

    @Test
    void takesFansFromTheShape() {
        assertThat(real(new Term.OfShape(ShapeProperty.FAN_IN))).isEqualTo("shape.fans().fanIn()");
        assertThat(real(new Term.OfShape(ShapeProperty.ROWS))).isEqualTo("shape.size(0)");
    }

    @Test
    void sizesInFormulasAreThatSize() throws ExpressionException {
        assertThat(real(new Term.Size(Numbers.size("n")))).isEqualTo("n");
        assertThat(real(new Term.Size(Numbers.size("n").plus(1)))).isEqualTo("size1");
        assertThat(locals.definitions().toString()).contains("addExact(n, 1)", "\"n + 1\"");
    }

    private String real(Term term) {
        return TermCode.real(term, locals, "w", "shape")
                .code()
                .toString()
                .replaceAll("java\\.lang\\.|org\\.initweights\\.\\w+\\.", "");
    }
}
