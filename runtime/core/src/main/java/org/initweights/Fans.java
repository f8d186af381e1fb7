package org.initweights;

/**
 * The fans of a weight: how many connections its units have. A convolution counts each position of its kernel.
 *
 * @param fanIn the number of inputs that one output sums over
 * @param fanOut the number of outputs that one input feeds
 */
public record Fans(long fanIn, long fanOut) {}
