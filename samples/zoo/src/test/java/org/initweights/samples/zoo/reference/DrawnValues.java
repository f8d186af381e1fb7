package org.initweights.samples.zoo.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.initweights.Parameter;

/** The elements of a parameter, and whether they can come from a law. Every limit is six standard errors. */
final class DrawnValues {

    private static final double ERRORS = 6;

    /** Too few elements say nothing about the family of a distribution. */
    private static final int ENOUGH = 2000;

    private final double[] values;
    private final int rowLength;

    private DrawnValues(double[] values, int rowLength) {
        this.values = values;
        this.rowLength = rowLength;
    }

    static DrawnValues of(Parameter parameter) {
        double[] values = new double[Math.toIntExact(parameter.elements())];
        Arrays.setAll(values, parameter::get);
        long[] dims = parameter.shape().dims();
        return new DrawnValues(values, dims.length == 0 ? values.length : values.length / (int) dims[0]);
    }

    /** Elements of a vector. */
    static DrawnValues of(double[] values) {
        return new DrawnValues(values, 1);
    }

    void follow(Law law, String words) {
        if (law.isConstant()) {
            assertThat(values).as(words).containsOnly((float) law.mean());
        } else if (law.hasZeroRow()) {
            int from = law.zeroRow() * rowLength;
            assertThat(Arrays.copyOfRange(values, from, from + rowLength))
                    .as(words)
                    .containsOnly(0);
            new DrawnValues(without(from, from + rowLength), rowLength).followDistribution(law, words);
        } else {
            followDistribution(law, words);
        }
    }

    private double[] without(int from, int to) {
        double[] rest = Arrays.copyOf(values, values.length - (to - from));
        System.arraycopy(values, to, rest, from, values.length - to);
        return rest;
    }

    private void followDistribution(Law law, String words) {
        int n = values.length;
        double mean = Arrays.stream(values).sum() / n;
        double variance = moment(law, 2);
        double kurtosis = moment(law, 4) / (variance * variance);

        assertThat(mean).as("mean of %s", words).isCloseTo(law.mean(), within(ERRORS * law.std() / Math.sqrt(n)));
        assertThat(Math.sqrt(variance))
                .as("deviation of %s", words)
                .isCloseTo(law.std(), within(ERRORS * law.std() * Math.sqrt((law.kurtosis() - 1) / (4.0 * n))));
        if (n >= ENOUGH) {
            assertThat(kurtosis)
                    .as("kurtosis of %s", words)
                    .isCloseTo(law.kurtosis(), within(ERRORS * Math.sqrt(24.0 / n)));
        }
        // Storage rounds to float, or to half floats, whose relative precision is 2^-9.
        double rounding = 0x1p-9 * law.std();
        assertThat(Arrays.stream(values).min().orElseThrow())
                .as("smallest of %s", words)
                .isGreaterThanOrEqualTo(law.lower() - rounding);
        assertThat(Arrays.stream(values).max().orElseThrow())
                .as("largest of %s", words)
                .isLessThanOrEqualTo(law.upper() + rounding);
    }

    private double moment(Law law, int order) {
        return Arrays.stream(values)
                .map(value -> Math.pow(value - law.mean(), order))
                .average()
                .orElseThrow();
    }
}
