package org.initweights;

/**
 * The fans of a weight.
 *
 * @param in how many inputs one output unit sums over
 * @param out how many output units one input feeds
 */
public record Fans(long in, long out) {}
