package org.initweights.report;

/**
 * The moments of some numbers about their mean; NaN if there are none.
 *
 * @param count how many numbers there are
 * @param std the root of their mean squared deviation
 * @param skewness the third central moment over the third power of {@code std}; NaN if that is 0
 * @param excessKurtosis the fourth central moment over the fourth power of {@code std}, less the 3 of a normal; NaN if that is 0
 */
public record Moments(long count, double mean, double std, double skewness, double excessKurtosis) {}
