package org.initweights.report.internal.measure;

import java.util.ArrayList;
import java.util.List;
import org.initweights.report.Histogram;

/** Counts a sample in bins. */
final class Bins {

    private static final int MOST = 48;
    private static final int LEAST = 10;

    private Bins() {}

    /** The histogram of a sorted sample, of about as many bins as the root of its size. */
    static Histogram of(double[] sorted) {
        if (sorted.length == 0) {
            return new Histogram(0, 0, List.of());
        }
        double from = sorted[0];
        double to = sorted[sorted.length - 1];
        if (from == to) {
            return new Histogram(from, to, List.of(sorted.length));
        }
        int[] counts = new int[(int) Math.max(LEAST, Math.min(MOST, Math.sqrt(2.0 * sorted.length)))];
        double scale = counts.length / (to - from);
        for (double value : sorted) {
            counts[Math.min(counts.length - 1, (int) ((value - from) * scale))]++;
        }
        List<Integer> list = new ArrayList<>();
        for (int count : counts) {
            list.add(count);
        }
        return new Histogram(from, to, list);
    }
}
