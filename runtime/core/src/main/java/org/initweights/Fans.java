package org.initweights;

/**
 * The fans of a weight.
 *
 * @param fanIn how many inputs one output unit sums over
 * @param fanOut how many output units one input feeds
 */
public record Fans(long fanIn, long fanOut) {}
