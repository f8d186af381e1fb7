package org.initweights.report.internal.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Neighbouring layers that share a place in a picture: one layer each, unless there are more than {@link #MOST}. Of a run of several, the
 * layer with the least number and the one with the largest are drawn, so that no layer that stands out is lost.
 */
record Runs(int layers) {

    /** So many layers have a dot each: more would lie upon each other in a picture 560 wide. Of longer runs there are half as many. */
    static final int MOST = 500;

    /** How many layers are in a run; the last run may have fewer. */
    int length() {
        int most = MOST / 2;
        return isSingle() ? 1 : (layers + most - 1) / most;
    }

    /** Whether each layer has a place of its own. */
    boolean isSingle() {
        return layers <= MOST;
    }

    /** The layers that are drawn, in their order; none of those that are NaN. */
    IntStream drawn(List<Double> values) {
        int length = length();
        return IntStream.iterate(0, start -> start < layers, start -> start + length)
                .flatMap(start -> extremes(values, start, Math.min(layers, start + length)));
    }

    private static IntStream extremes(List<Double> values, int from, int to) {
        int least = -1;
        int largest = -1;
        for (int i = from; i < to; i++) {
            double value = values.get(i);
            if (!Double.isNaN(value)) {
                least = least < 0 || value < values.get(least) ? i : least;
                largest = largest < 0 || value > values.get(largest) ? i : largest;
            }
        }
        return least < 0
                ? IntStream.empty()
                : IntStream.of(least, largest).sorted().distinct();
    }
}
