package org.initweights.internal.draw.seeded;

/**
 * A truncated normal distribution as its floats are made: standard ones of {@code sides}, scaled, and at most the outermost floats of the
 * interval.
 *
 * @param sides how words become probabilities
 * @param std the standard deviation, rounded to float
 * @param mean the mean, rounded to float
 * @param least the smallest float that is not below the lower bound
 * @param largest the largest float that is not above the upper bound; {@code least} if the interval holds no float
 */
public record FloatTruncation(QuantileSides sides, float std, float mean, float least, float largest) {}
