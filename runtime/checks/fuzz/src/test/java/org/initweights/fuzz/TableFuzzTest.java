package org.initweights.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.InitializationException;
import org.initweights.Initializers;
import org.initweights.RandomSource;
import org.initweights.TensorShape;

/**
 * Tables: each element has the value that a stack machine computes, to the bit, and what is infinite or no number is refused. To the stack
 * machine a choice is a function of four numbers.
 */
class TableFuzzTest {

    private static final int ROWS = 3;
    private static final int COLUMNS = 4;
    private static final TensorShape SHAPE = TensorShape.of(ROWS, COLUMNS);
    private static final int FEW = 40;

    private static final String[] ATOMS = {
        "i0", "i1", "n0", "n1", "theta", "pi", "0", "1", "2", "0.5", "1e300", "4.9e-324", "7"
    };

    private static final String[] WRITTEN = {
        "# + #",
        "# - #",
        "# * #",
        "# / #",
        "-#",
        "(#)",
        "sqrt(#)",
        "abs(#)",
        "exp(#)",
        "expm1(#)",
        "log(#)",
        "log1p(#)",
        "sin(#)",
        "cos(#)",
        "tanh(#)",
        "floor(#)",
        "min(#, #)",
        "max(#, #)",
        "pow(#, #)",
        "mod(#, #)",
        "(# < # ? # : #)",
        "(# >= # ? # : #)",
        "(# == # ? # : #)",
        "(# != # ? # : #)"
    };

    private static final String[] COMPUTED = WRITTEN.clone();

    static {
        int choices = WRITTEN.length - 4;
        for (String name : List.of("less", "least", "same", "other")) {
            COMPUTED[choices++] = name + "(#, #, #, #)";
        }
    }

    @FuzzTest
    @DictionaryEntries({"i0", "n1", "mod(", " ? ", " : ", " < ", " == ", "theta", "sin(", "pi", "1e-300", ", "})
    void table(byte[] input) {
        Trial.of(this, "table", input, () -> {
            elements(new String(input, StandardCharsets.UTF_8));
            String written = Phrase.of(input, ATOMS, WRITTEN);
            if (written.chars().filter(c -> "(-+*/?".indexOf(c) >= 0).count() > FEW) {
                return;
            }
            Optional<double[]> computed = computed(Phrase.of(input, ATOMS, COMPUTED));
            Optional<double[]> actual = elements(written);
            assertThat(actual.isPresent() || computed.isEmpty() || written.contains("/"))
                    .as("%s is refused", written)
                    .isTrue();
            actual.ifPresent(elements -> assertThat(elements).as(written).isEqualTo(computed.orElse(null)));
        });
    }

    /** Empty if the table is refused, which is said in few words. */
    private static Optional<double[]> elements(String expression) {
        try {
            double[] elements = new double[ROWS * COLUMNS];
            Map<String, Double> numbers = expression.contains("theta") ? Map.of("theta", 500.5) : Map.of();
            Initializers.table(expression, numbers).fill("w", elements, SHAPE, RandomSource.seeded(1));
            return Optional.of(elements);
        } catch (InitializationException e) {
            assertThat(e).message().hasSizeLessThan(3000);
            return Optional.empty();
        }
    }

    /** Empty if an element is no finite number. */
    private static Optional<double[]> computed(String expression) {
        double[] elements = new double[ROWS * COLUMNS];
        for (int i = 0; i < elements.length; i++) {
            try {
                elements[i] = new Element(i / COLUMNS, i % COLUMNS).value(expression);
            } catch (Arithmetic.Refused e) {
                throw new AssertionError(expression, e);
            }
            if (!Double.isFinite(elements[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(elements);
    }

    /** One element, by a stack machine. */
    private static final class Element extends Arithmetic<Double> {

        private final Map<String, Double> names;

        Element(int row, int column) {
            names = Map.of(
                    "i0", (double) row,
                    "i1", (double) column,
                    "n0", (double) ROWS,
                    "n1", (double) COLUMNS,
                    "theta", 500.5,
                    "pi", Math.PI);
        }

        @Override
        Double number(String written) {
            return Double.valueOf(written);
        }

        @Override
        Double named(String path) throws Refused {
            check(names.containsKey(path));
            return names.get(path);
        }

        @Override
        Double negated(Double operand) {
            return -operand;
        }

        @Override
        Double operated(char symbol, Double left, Double right) {
            return switch (symbol) {
                case '+' -> left + right;
                case '-' -> left - right;
                case '*' -> left * right;
                default -> left / right;
            };
        }

        @Override
        Double called(String function, List<Double> arguments) throws Refused {
            double x = arguments.get(0);
            double y = arguments.size() > 1 ? arguments.get(1) : 0;
            return switch (function) {
                case "sqrt" -> StrictMath.sqrt(x);
                case "abs" -> x == 0 ? 0.0 : x < 0 ? -x : x;
                case "exp" -> StrictMath.exp(x);
                case "expm1" -> StrictMath.expm1(x);
                case "log" -> StrictMath.log(x);
                case "log1p" -> StrictMath.log1p(x);
                case "sin" -> StrictMath.sin(x);
                case "cos" -> StrictMath.cos(x);
                case "tanh" -> StrictMath.tanh(x);
                case "floor" -> StrictMath.floor(x);
                case "min" -> StrictMath.min(x, y);
                case "max" -> StrictMath.max(x, y);
                case "pow" -> StrictMath.pow(x, y);
                case "mod" -> mod(x, y);
                case "less" -> arguments.get(x < y ? 2 : 3);
                case "least" -> arguments.get(x >= y ? 2 : 3);
                case "same" -> arguments.get(x == y ? 2 : 3);
                case "other" -> arguments.get(x != y ? 2 : 3);
                default -> throw new Refused();
            };
        }

        /** Python's remainder: without rounding, then moved to the side of the divisor. */
        private static double mod(double a, double b) {
            if (b == 0 || !Double.isFinite(a) || Double.isNaN(b)) {
                return Double.NaN;
            }
            if (Double.isInfinite(b)) {
                return a == 0 ? Math.copySign(0, b) : a < 0 == b < 0 ? a : b;
            }
            double rest = number(units(a).remainder(units(b)));
            return rest == 0 ? Math.copySign(0, b) : rest < 0 == b < 0 ? rest : rest + b;
        }

        /** How many of the smallest number a number is. */
        private static BigInteger units(double x) {
            long bits = Double.doubleToRawLongBits(x);
            long digits = bits & (1L << 52) - 1;
            int exponent = Math.max(Math.getExponent(x), Double.MIN_EXPONENT);
            long significand = Math.abs(x) < Double.MIN_NORMAL ? digits : digits | 1L << 52;
            BigInteger units = BigInteger.valueOf(significand).shiftLeft(exponent - Double.MIN_EXPONENT);
            return bits < 0 ? units.negate() : units;
        }

        /** The number that is so many of the smallest. */
        private static double number(BigInteger units) {
            int zeros = Math.max(0, units.getLowestSetBit());
            return Math.scalb((double) units.shiftRight(zeros).longValueExact(), zeros + Double.MIN_EXPONENT - 52);
        }
    }
}
