package org.initweights.report;

/**
 * How well a sample of the elements fits the expected distribution: the Kolmogorov-Smirnov test.
 *
 * @param distance the largest distance of the two distribution functions
 * @param pValue how probable a distance at least as large is if the distribution is the expected one
 * @param sampled how many elements were looked at
 */
public record Fit(double distance, double pValue, int sampled) {}
