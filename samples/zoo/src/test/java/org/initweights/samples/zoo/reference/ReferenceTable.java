package org.initweights.samples.zoo.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.initweights.Fill;
import org.initweights.Parameter;
import org.initweights.Parameters;

/**
 * What the reference code of a model draws, written by hand: names, the law of those tensors, and where the reference says so.
 *
 * <p>Names are regular expressions, in which a dot is a dot, {@code #} any number and {@code *} anything.
 */
public final class ReferenceTable {

    private final List<Row> rows = new ArrayList<>();

    /** Tensors of one law, whatever their size. */
    public ReferenceTable row(String names, Law law, String reference) {
        return row(names, dims -> law, reference);
    }

    /** Tensors whose law depends on their size. */
    public ReferenceTable row(String names, Function<long[], Law> law, String reference) {
        rows.add(new LawRow(names, pattern(names), law, reference));
        return this;
    }

    /** Tensors whose elements are not drawn, but computed from their place. */
    public ReferenceTable row(String names, Values values, String reference) {
        rows.add(new ValuesRow(names, pattern(names), values, reference));
        return this;
    }

    private static Pattern pattern(String names) {
        return Pattern.compile(names.replace(".", "\\.").replace("#", "\\d+").replace("*", ".*"));
    }

    /** Every parameter is in exactly one row and starts as that says, and there is no row without a parameter. */
    public void describes(Parameters parameters) {
        List<Row> unused = new ArrayList<>(rows);
        for (Parameter parameter : parameters) {
            Row row = rowOf(parameter.name());
            unused.remove(row);
            row.checkFill(parameter);
        }
        assertThat(unused).as("rows without a parameter").isEmpty();
    }

    /** What was drawn follows the law of its row. */
    public void describesValuesOf(Parameters parameters) {
        describesValuesOf("", parameters);
    }

    /**
     * What was drawn for a part of the model follows the law of its row.
     *
     * @param prefix the name of the part in the model, with a dot
     */
    public void describesValuesOf(String prefix, Parameters parameters) {
        for (Parameter parameter : parameters) {
            Row row = rowOf(prefix + parameter.name());
            row.checkValues(parameter);
        }
    }

    private Row rowOf(String name) {
        List<Row> matching = rows.stream()
                .filter(row -> row.pattern().matcher(name).matches())
                .toList();
        assertThat(matching).as("rows for %s", name).hasSize(1);
        return matching.get(0);
    }

    /** What the reference computes for an element, in double. */
    @FunctionalInterface
    public interface Values {

        /**
         * @param name the parameter's
         * @param dims its sizes
         * @param index the place of the element, outermost axis first
         */
        double at(String name, long[] dims, long[] index);
    }

    private sealed interface Row permits LawRow, ValuesRow {

        Pattern pattern();

        String reference();

        void checkFill(Parameter parameter);

        void checkValues(Parameter parameter);

        default String words(Parameter parameter) {
            return parameter.name() + " " + parameter.shape() + " " + parameter.fill() + ", which starts as "
                    + reference();
        }
    }

    private record LawRow(String names, Pattern pattern, Function<long[], Law> law, String reference) implements Row {

        Law law(Parameter parameter) {
            return law.apply(parameter.shape().dims());
        }

        @Override
        public void checkFill(Parameter parameter) {
            Law law = law(parameter);
            Fill fill = parameter.fill();
            String words = words(parameter);
            assertThat(fill.mean()).as("mean of %s", words).isCloseTo(law.mean(), within(1e-12 * law.std()));
            assertThat(fill.std())
                    .as("deviation of %s", words)
                    .isCloseTo(expectedStd(law, parameter), withinPercentage(1e-8));
            assertBound(fill.lower(), law.lower(), "lower bound of " + words);
            assertBound(fill.upper(), law.upper(), "upper bound of " + words);
        }

        private static void assertBound(double actual, double expected, String words) {
            if (Double.isInfinite(expected) || expected == 0) {
                assertThat(actual).as(words).isEqualTo(expected);
            } else {
                assertThat(actual).as(words).isCloseTo(expected, withinPercentage(1e-8));
            }
        }

        private static double expectedStd(Law law, Parameter parameter) {
            double rows = law.hasZeroRow() ? parameter.shape().dims()[0] : Double.POSITIVE_INFINITY;
            return law.std() * Math.sqrt(1 - 1 / rows);
        }

        @Override
        public void checkValues(Parameter parameter) {
            DrawnValues.of(parameter).follow(law(parameter), words(parameter));
        }

        @Override
        public String toString() {
            return names + ": " + reference;
        }
    }

    private record ValuesRow(String names, Pattern pattern, Values values, String reference) implements Row {

        @Override
        public void checkFill(Parameter parameter) {
            double[] expected = expected(parameter);
            Fill fill = parameter.fill();
            String words = words(parameter);
            double mean = Arrays.stream(expected).average().orElseThrow();
            double std = Math.sqrt(Arrays.stream(expected)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow());
            assertThat(fill.mean()).as("mean of %s", words).isCloseTo(mean, within(1e-9));
            assertThat(fill.std()).as("deviation of %s", words).isCloseTo(std, within(1e-9));
            assertThat(fill.lower())
                    .as(words)
                    .isLessThanOrEqualTo(Arrays.stream(expected).min().orElseThrow() + 1e-12);
            assertThat(fill.upper())
                    .as(words)
                    .isGreaterThanOrEqualTo(Arrays.stream(expected).max().orElseThrow() - 1e-12);
        }

        /** Rounded once; two orders of operations in double may fall to both sides of the middle of two floats. */
        @Override
        public void checkValues(Parameter parameter) {
            double[] expected = expected(parameter);
            for (int i = 0; i < expected.length; i++) {
                float rounded = (float) expected[i];
                double actual = parameter.get(i);
                if (!(Math.abs(actual - rounded) <= Math.ulp(rounded))) {
                    throw new AssertionError(
                            "element " + i + " is " + actual + ", not " + rounded + ": " + words(parameter));
                }
            }
        }

        private double[] expected(Parameter parameter) {
            long[] dims = parameter.shape().dims();
            double[] expected = new double[Math.toIntExact(parameter.elements())];
            long[] index = new long[dims.length];
            for (int i = 0; i < expected.length; i++) {
                long rest = i;
                for (int axis = dims.length - 1; axis >= 0; axis--) {
                    index[axis] = rest % dims[axis];
                    rest /= dims[axis];
                }
                expected[i] = values.at(parameter.name(), dims, index);
            }
            return expected;
        }

        @Override
        public String toString() {
            return names + ": " + reference;
        }
    }
}
