package org.initweights.internal.values;

import java.util.function.DoubleUnaryOperator;

/**
 * The bounds of a function of what is drawn. Where it only grows or only falls, they are its values at the ends. Else they are its extremes
 * on a grid, each looked for again between its neighbours; if the function is drawn from without bounds, its limits count too, and where it
 * has none, nothing is known.
 */
record TransformBounds(double lower, double upper) {

    private static final int CELLS = 2048;
    private static final int ROUNDS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** How far beyond an extreme that was looked for the true one may be, relative to the largest value. */
    private static final double SLACK = 1e-13;

    private static final TransformBounds UNKNOWN =
            new TransformBounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    static TransformBounds of(TransformedFill fill) {
        DrawnLaw law = fill.law();
        double first = end(law.least(), law, law.from());
        double last = end(law.most(), law, law.to());
        if (Double.isNaN(first) || Double.isNaN(last)) {
            return UNKNOWN;
        }
        double[] values = new double[CELLS + 1];
        boolean grows = true;
        boolean falls = true;
        for (int i = 0; i <= CELLS; i++) {
            values[i] = law.value(at(law, i));
            grows &= i == 0 ? first <= values[0] : values[i - 1] <= values[i];
            falls &= i == 0 ? first >= values[0] : values[i - 1] >= values[i];
        }
        grows &= values[CELLS] <= last;
        falls &= values[CELLS] >= last;
        if (grows || falls) {
            return new TransformBounds(Math.min(first, last), Math.max(first, last));
        }
        return searched(law, values, first, last);
    }

    /** The value where what is drawn ends, be that at infinity. */
    private static double end(double bound, DrawnLaw law, double t) {
        return Double.isInfinite(bound) ? law.written().applyAsDouble(bound) : law.value(t);
    }

    private static double at(DrawnLaw law, int cell) {
        double from = law.drawnFrom();
        return from + (law.drawnTo() - from) * cell / CELLS;
    }

    private static TransformBounds searched(DrawnLaw law, double[] values, double first, double last) {
        double lower = Math.min(first, last);
        double upper = Math.max(first, last);
        double size = 0;
        int low = 0;
        int high = 0;
        for (int i = 0; i <= CELLS; i++) {
            low = values[i] < values[low] ? i : low;
            high = values[i] > values[high] ? i : high;
            size = Math.max(size, Math.abs(values[i]));
        }
        lower = Math.min(lower, -largest(t -> -law.value(t), law, low) - SLACK * size);
        upper = Math.max(upper, largest(law::value, law, high) + SLACK * size);
        return new TransformBounds(lower, upper);
    }

    /** The largest value about a cell, by golden sections. */
    private static double largest(DoubleUnaryOperator function, DrawnLaw law, int cell) {
        double a = at(law, Math.max(0, cell - 1));
        double b = at(law, Math.min(CELLS, cell + 1));
        double largest = function.applyAsDouble(at(law, cell));
        for (int round = 0; round < ROUNDS; round++) {
            double left = b - GOLDEN * (b - a);
            double right = a + GOLDEN * (b - a);
            double atLeft = function.applyAsDouble(left);
            double atRight = function.applyAsDouble(right);
            largest = Math.max(largest, Math.max(atLeft, atRight));
            if (atLeft > atRight) {
                b = right;
            } else {
                a = left;
            }
        }
        return largest;
    }
}
