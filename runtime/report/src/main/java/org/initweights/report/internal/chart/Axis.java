package org.initweights.report.internal.chart;

import java.util.List;

/** Where numbers are along a line. */
interface Axis {

    /** The place of a number. */
    double place(double value);

    /** Round numbers between the ends. */
    List<Double> ticks();
}
