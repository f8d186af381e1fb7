package org.initweights.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.FormulaReader;
import org.initweights.processor.expression.FormulaScope;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.Source;

/** Formulas: they have the value that a stack machine computes, to the bit; the text that is shown of one has the same value. */
class FormulaFuzzTest {

    private static final Map<String, Double> NAMES =
            Map.of("layers", 12.0, "index", 0.0, "model.width", 768.0, "scale()", 0.25);

    private static final String[] ATOMS = {
        "0",
        "1",
        "2",
        "0.5",
        "-0.0",
        "1e300",
        "4.9e-324",
        "layers",
        "index",
        "model.width",
        "scale()",
        "9223372036854775807"
    };

    private static final String[] PATTERNS = {
        "# + #",
        "# - #",
        "# * #",
        "# / #",
        "-#",
        "(#)",
        "(# - #)",
        "sqrt(#)",
        "abs(#)",
        "exp(#)",
        "log(#)",
        "min(#, #)",
        "max(#, #)",
        "pow(#, #)"
    };

    private static final int FEW = 50;

    private static final FormulaScope SCOPE = path -> {
        Double value = NAMES.get(String.join(".", path));
        if (value == null) {
            throw new ExpressionException("UnknownName", "there is no " + path);
        }
        return Quantity.of(value);
    };

    @FuzzTest
    @DictionaryEntries({
        "sqrt(",
        "abs(",
        "min(",
        "max(",
        "exp(",
        "log(",
        "pow(",
        "layers",
        "index",
        "model.width",
        "scale()",
        "1e-300",
        ", ",
        ".5"
    })
    void formula(byte[] input) {
        Trial.of(this, "formula", input, () -> {
            compare(new String(input, StandardCharsets.UTF_8));
            compare(Phrase.of(input, ATOMS, PATTERNS));
        });
    }

    private static void compare(String text) {
        Optional<Double> actual = read(text);
        if (nesting(text) <= FEW) {
            assertThat(actual).as(text).isEqualTo(computed(text));
        }
    }

    /** How much there may be of what has limits; fewer cannot exceed them. */
    private static long nesting(String text) {
        return text.chars().filter(c -> "(-+*/".indexOf(c) >= 0).count();
    }

    private static Optional<Double> read(String text) {
        try {
            Quantity quantity = new FormulaReader(SCOPE).read(source(text));
            double value = quantity.known().orElseThrow();
            if (nesting(quantity.text()) <= FEW) {
                assertThat(new FormulaReader(SCOPE).read(source(quantity.text())))
                        .isEqualTo(quantity);
            }
            return Optional.of(value);
        } catch (ExpressionException e) {
            assertThat(e.offset()).isLessThanOrEqualTo(text.length());
            return Optional.empty();
        }
    }

    private static Source source(String text) {
        return new Source("std", text, "FormulaSyntax");
    }

    private static Optional<Double> computed(String text) {
        try {
            return Optional.of(new Real().value(text));
        } catch (Arithmetic.Refused e) {
            return Optional.empty();
        }
    }

    private static final class Real extends Arithmetic<Double> {

        private static Double finite(double value) throws Refused {
            check(Double.isFinite(value));
            return value;
        }

        @Override
        Double number(String written) throws Refused {
            String digits = written.replace("_", "");
            try {
                boolean isWhole = digits.chars().allMatch(Character::isDigit);
                return finite(isWhole ? (double) Long.parseLong(digits) : Double.parseDouble(digits));
            } catch (NumberFormatException e) {
                throw new Refused();
            }
        }

        @Override
        Double named(String path) throws Refused {
            check(NAMES.containsKey(path));
            return NAMES.get(path);
        }

        @Override
        Double negated(Double operand) {
            return -operand;
        }

        @Override
        Double operated(char symbol, Double left, Double right) throws Refused {
            return finite(
                    switch (symbol) {
                        case '+' -> left + right;
                        case '-' -> left - right;
                        case '*' -> left * right;
                        default -> left / right;
                    });
        }

        @Override
        Double called(String function, List<Double> arguments) throws Refused {
            boolean isPair = List.of("min", "max", "pow").contains(function);
            check(arguments.size() == (isPair ? 2 : 1));
            double x = arguments.get(0);
            double y = isPair ? arguments.get(1) : 0;
            return finite(
                    switch (function) {
                        case "sqrt" -> StrictMath.sqrt(x);
                        case "abs" -> x == 0 ? 0.0 : x < 0 ? -x : x;
                        // Of zeros the negative one is less.
                        case "min" -> Double.compare(x, y) < 0 ? x : y;
                        case "max" -> Double.compare(x, y) > 0 ? x : y;
                        case "exp" -> StrictMath.exp(x);
                        case "log" -> StrictMath.log(x);
                        case "pow" -> StrictMath.pow(x, y);
                        default -> throw new Refused();
                    });
        }
    }
}
