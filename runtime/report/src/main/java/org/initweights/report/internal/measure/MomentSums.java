package org.initweights.report.internal.measure;

import org.initweights.report.Moments;

/**
 * Sums of powers of deviations from the mean, which can be joined without loss. Pébay, <i>Formulas for robust, one-pass parallel
 * computation of covariances and arbitrary-order statistical moments</i>, 2008.
 *
 * @param second the sum of squared deviations; then of their third and fourth powers
 */
record MomentSums(long count, double mean, double second, double third, double fourth) {

    static final MomentSums NONE = new MomentSums(0, 0, 0, 0, 0);

    /** Those of the first {@code count} values. */
    static MomentSums of(double[] values, int count) {
        if (count == 0) {
            return NONE;
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        double mean = sum / count;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int i = 0; i < count; i++) {
            double deviation = values[i] - mean;
            double square = deviation * deviation;
            second += square;
            third += square * deviation;
            fourth += square * square;
        }
        return new MomentSums(count, mean, second, third, fourth);
    }

    MomentSums with(MomentSums other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        double n1 = count;
        double n2 = other.count;
        double n = n1 + n2;
        double delta = other.mean - mean;
        double step = delta / n;
        double joint = delta * step * n1 * n2;
        return new MomentSums(
                count + other.count,
                mean + step * n2,
                second + other.second + joint,
                third + other.third + joint * step * (n1 - n2) + 3 * step * (n1 * other.second - n2 * second),
                fourth
                        + other.fourth
                        + joint * step * step * (n1 * n1 - n1 * n2 + n2 * n2)
                        + 6 * step * step * (n1 * n1 * other.second + n2 * n2 * second)
                        + 4 * step * (n1 * other.third - n2 * third));
    }

    Moments moments() {
        if (count == 0) {
            return new Moments(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double variance = second / count;
        double std = Math.sqrt(variance);
        return new Moments(
                count, mean, std, third / count / (variance * std), fourth / count / (variance * variance) - 3);
    }
}
