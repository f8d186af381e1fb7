package org.initweights.processor.model;

import java.util.List;

/**
 * Weights that the signal passes through, one after the other.
 *
 * @param weights their names, in their order
 * @param min the smallest factor of the variance that is no reason to warn
 * @param max the largest factor of the variance that is no reason to warn
 * @param place where the user said so
 */
public record SignalPathSpec(List<String> weights, double min, double max, Place place) {}
