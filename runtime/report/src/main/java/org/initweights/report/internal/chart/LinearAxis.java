package org.initweights.report.internal.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers at equal distances.
 *
 * @param from the number at {@code start}
 * @param to the number at {@code end}
 * @param most how many ticks there is room for
 */
record LinearAxis(double from, double to, double start, double end, int most) implements Axis {

    @Override
    public double place(double value) {
        return start + (value - from) / (to - from) * (end - start);
    }

    @Override
    public List<Double> ticks() {
        double step = step((to - from) / most);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** 1, 2 or 5 times a power of ten, no less than {@code least}. */
    private static double step(double least) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
