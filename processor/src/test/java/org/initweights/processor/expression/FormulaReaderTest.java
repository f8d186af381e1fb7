package org.initweights.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.processor.expression.Numbers.real;

import java.util.List;
import org.initweights.internal.expression.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas are computed in {@code double} as far as their names are known. */
class FormulaReaderTest {

    /** {@code four} is 4; {@code std} each model has. */
    private final FormulaReader reader = new FormulaReader(path -> switch (String.join(".", path)) {
        case "four" -> Quantity.of(4);
        case "std" -> Quantity.of(real("std"));
        default -> throw new ExpressionException("UnknownDimension", "no " + String.join(".", path));
    });

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3                | 3",
                "2.5              | 2.5",
                "1 / four         | 0.25",
                "7 / 2            | 3.5",
                "-four            | -4",
                "--four           | 4",
                "2 * four - 1     | 7",
                "sqrt(four)       | 2",
                "abs(1 - four)    | 3",
                "min(four, 3)     | 3",
                "max(four, 3)     | 4",
                "pow(2, four)     | 16",
                "exp(0)           | 1",
                "log(exp(2))      | 2",
            })
    void areNumbersIfAllNamesAreKnown(String formula, double value) throws ExpressionException {
        assertThat(read(formula).known()).isPresent();
        assertThat(read(formula).known().getAsDouble()).isCloseTo(value, within(1e-15));
        assertThat(read(formula).variables()).isEmpty();
    }

    @Test
    void dependOnWhatEachModelHas() throws ExpressionException {
        Term std = new Term.Variable(real("std"));
        assertThat(read("-std").term()).isEqualTo(new Term.Negation(std));
        assertThat(read("std/ four").term()).isEqualTo(new Term.Binary(Operator.DIVIDED_BY, std, new Term.Real(4)));
        assertThat(read("four -std").term()).isEqualTo(new Term.Binary(Operator.MINUS, new Term.Real(4), std));
        assertThat(read("std/ four").text()).isEqualTo("std / four");
        assertThat(read("std / four").known()).isEmpty();
    }

    @Test
    void callFunctionsOfWhatEachModelHas() throws ExpressionException {
        Term call = read("max(four, std)").term();
        assertThat(call).isInstanceOfSatisfying(Term.Call.class, max -> {
            assertThat(max.function().name()).isEqualTo("max");
            assertThat(max.arguments()).containsExactly(new Term.Real(4), new Term.Variable(real("std")));
        });
        assertThat(call.isWhole()).isFalse();
        assertThat(call.variables()).containsExactly(real("std"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 / 0", "-1 / 0", "0 / 0", "log(0)", "sqrt(-1)", "1e308 * four"})
    void areFinite(String formula) {
        assertThatThrownBy(() -> read(formula))
                .isInstanceOfSatisfying(
                        ExpressionException.class,
                        mistake -> assertThat(mistake.id()).isEqualTo("FormulaValue"))
                .hasMessageMatching("\".*\" is (-?Infinity|NaN)")
                .hasMessageStartingWith("\"" + formula + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pow(4, -1 / (2 - 2))      | -1 / (2 - 2)",
                "1 / (1 / 0)               | 1 / 0",
                "min(four, log(0) + 1)     | log(0)",
                "max(std, 1 / (four - 4))  | 1 / (four - 4)",
                "std * exp(-1 / 0)         | -1 / 0",
            })
    void haveNoPartThatIsInfinite(String formula, String part) {
        assertThatThrownBy(() -> read(formula))
                .hasMessageContaining("\"" + part + "\" is ")
                .hasMessageContaining("Infinity");
    }

    @Test
    void pointAtTheNameThatThereIsNot() {
        assertThatThrownBy(() -> read("four * stdd"))
                .isInstanceOfSatisfying(ExpressionException.class, mistake -> {
                    assertThat(mistake.id()).isEqualTo("UnknownDimension");
                    assertThat(mistake.offset()).isEqualTo(7);
                })
                .hasMessage("no stdd");
    }

    @Test
    void callOnlyFunctionsThatThereAre() {
        assertThatThrownBy(() -> read("1 + sqr(four)"))
                .isInstanceOfSatisfying(ExpressionException.class, mistake -> {
                    assertThat(mistake.id()).isEqualTo("UnknownFunction");
                    assertThat(mistake.offset()).isEqualTo(4);
                })
                .hasMessage("\"sqr(four)\": there is no such function; did you mean \"sqrt\"?");
        assertThatThrownBy(() -> read("factorial(four)"))
                .hasMessageStartingWith("\"factorial(four)\": there is no such function; use sqrt, ");
        assertThatThrownBy(() -> read("sin(four)"))
                .as("min is near, but begins otherwise")
                .hasMessageStartingWith("\"sin(four)\": there is no such function; use sqrt, ");
    }

    @Test
    void callFunctionsWithAsManyNumbersAsTheyTake() {
        assertThatThrownBy(() -> read("sqrt(1, 2)"))
                .isInstanceOfSatisfying(
                        ExpressionException.class,
                        mistake -> assertThat(mistake.id()).isEqualTo("UnknownFunction"))
                .hasMessage("\"sqrt(1, 2)\": sqrt takes 1 number");
        assertThatThrownBy(() -> read("pow(2)")).hasMessage("\"pow(2)\": pow takes 2 numbers");
    }

    @Test
    void mayBeBuiltOfQuantities() {
        Quantity std = Quantity.of(real("std"));
        assertThat(Quantity.product(List.of()).known()).hasValue(1);
        assertThat(Quantity.product(List.of(Quantity.of(3), Quantity.of(4))).known())
                .hasValue(12);
        assertThat(Quantity.product(List.of(Quantity.of(3), std)).term())
                .isEqualTo(new Term.Binary(Operator.TIMES, new Term.Real(3), std.term()));
        assertThat(Quantity.of(3).dividedBy(Quantity.of(4)).known()).hasValue(0.75);
        assertThat(std.dividedBy(Quantity.of(2)).term())
                .isEqualTo(new Term.Binary(Operator.DIVIDED_BY, std.term(), new Term.Real(2)));
        assertThat(std.dividedBy(Quantity.of(2)).known()).isEmpty();
        assertThat(std.dividedBy(std).text()).isEmpty();
    }

    private Quantity read(String formula) throws ExpressionException {
        return reader.read(new Source("std", formula, "FormulaSyntax"));
    }
}
