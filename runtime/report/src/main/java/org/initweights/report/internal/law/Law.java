package org.initweights.report.internal.law;

/** The distribution of a number. */
public interface Law {

    /** The expected value. */
    double mean();

    /** The standard deviation. */
    double std();

    /** The density at {@code x}, without the numbers that have a probability of their own. */
    double density(double x);

    /** The probability of a value up to {@code x}. */
    double probability(double x);

    /** The fourth central moment over the fourth power of the standard deviation; 3 for a normal. */
    double kurtosis();

    /**
     * The variance of (X - center)². Where {@code center} is not the mean, an upper bound: the skewness is at most the root of the
     * kurtosis less 1.
     */
    default double varianceOfSquare(double center) {
        double variance = std() * std();
        double offset = Math.abs(mean() - center);
        double spread = Math.max(0, kurtosis() - 1);
        return 4 * offset * offset * variance
                + 4 * offset * variance * std() * Math.sqrt(spread)
                + spread * variance * variance;
    }
}
