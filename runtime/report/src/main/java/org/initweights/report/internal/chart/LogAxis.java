package org.initweights.report.internal.chart;

import java.util.ArrayList;
import java.util.List;

/** Positive numbers, of which equal ratios are at equal distances. */
record LogAxis(double from, double to, double start, double end) implements Axis {

    private static final int MOST_TICKS = 7;

    /** An axis on which all of some numbers have a place, those aside that are not positive and finite. */
    static LogAxis around(double[] values, double start, double end) {
        double least = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (double value : values) {
            if (value > 0 && value < Double.POSITIVE_INFINITY) {
                least = Math.min(least, value);
                largest = Math.max(largest, value);
            }
        }
        return largest == 0 ? new LogAxis(0.1, 10, start, end) : new LogAxis(least / 1.6, largest * 1.6, start, end);
    }

    /** That of the nearest end if the number is not between the ends, as 0 is. */
    @Override
    public double place(double value) {
        double inside = Math.max(from, Math.min(to, value));
        return start + StrictMath.log(inside / from) / StrictMath.log(to / from) * (end - start);
    }

    /** Powers of ten, also 2 and 5 times them if there is room. */
    @Override
    public List<Double> ticks() {
        List<Double> fine = multiples(1, 1, 2, 5);
        if (fine.size() <= MOST_TICKS) {
            return fine;
        }
        for (int decades = 1; ; decades++) {
            List<Double> coarse = multiples(decades, 1);
            if (coarse.size() <= MOST_TICKS) {
                return coarse;
            }
        }
    }

    private List<Double> multiples(int decades, double... factors) {
        List<Double> ticks = new ArrayList<>();
        int first = (int) Math.floor(StrictMath.log10(from) / decades) * decades;
        for (int exponent = first; StrictMath.pow(10, exponent) <= to; exponent += decades) {
            for (double factor : factors) {
                double tick = factor * StrictMath.pow(10, exponent);
                if (tick >= from && tick <= to) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}
