package org.initweights.report.internal.chart;

/** A place in a picture: to the right and down from its upper left corner. */
public record Point(double x, double y) {}
