package org.initweights.internal.draw.seeded;

/**
 * A truncated normal distribution as its floats are made: standard ones of {@code sides}, scaled, and at most the outermost floats of
 * the interval.
 */
public record FloatTruncation(QuantileSides sides, float std, float mean, float least, float largest) {}
