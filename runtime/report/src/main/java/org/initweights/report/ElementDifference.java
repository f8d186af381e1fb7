package org.initweights.report;

/**
 * Elements that are not those of a table, of given values, or computed of another tensor, more than rounding explains.
 *
 * @param count how many there are
 * @param index the first of them, in row-major order
 * @param found what it is
 * @param expected what it was to be
 */
public record ElementDifference(long count, long index, double found, double expected) {}
