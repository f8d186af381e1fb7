package org.initweights.report.internal.law;

/**
 * A law, and how many elements follow it.
 *
 * @param weight the elements that follow the law, as a share of all elements of the tensor: from 0 to 1
 */
record WeightedLaw(Law law, double weight) {}
