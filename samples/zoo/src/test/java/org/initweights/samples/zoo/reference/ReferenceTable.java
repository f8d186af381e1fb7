package org.initweights.samples.zoo.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
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
        rows.add(new Row(names, pattern(names), law, reference));
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
            DrawnValues.of(parameter).follow(row.law(parameter), row.words(parameter));
        }
    }

    private Row rowOf(String name) {
        List<Row> matching =
                rows.stream().filter(row -> row.pattern.matcher(name).matches()).toList();
        assertThat(matching).as("rows for %s", name).hasSize(1);
        return matching.get(0);
    }

    private record Row(String names, Pattern pattern, Function<long[], Law> law, String reference) {

        Law law(Parameter parameter) {
            return law.apply(parameter.shape().dims());
        }

        void checkFill(Parameter parameter) {
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

        String words(Parameter parameter) {
            return parameter.name() + " " + parameter.shape() + " " + parameter.fill() + ", which starts as "
                    + reference;
        }

        @Override
        public String toString() {
            return names + ": " + reference;
        }
    }
}
