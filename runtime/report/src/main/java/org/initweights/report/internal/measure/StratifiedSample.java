package org.initweights.report.internal.measure;

import java.util.Arrays;

/**
 * A sample of the elements of a tensor, taken while they pass by: one from each of as many stretches of equal length, at a place in it
 * that looks random and is always the same, so that the period of a matrix's rows cannot meet it.
 */
final class StratifiedSample {

    private final long elements;
    private final int size;
    private final double[] values;
    private int taken;
    private int finite;

    /** Of {@code elements} elements no more than {@code most}. */
    StratifiedSample(long elements, int most) {
        this.elements = elements;
        this.size = (int) Math.min(elements, most);
        this.values = new double[size];
    }

    /** Takes what falls on the sample from a chunk that begins at element {@code from}; infinite and NaN elements are left out. */
    void add(long from, double[] chunk, int count) {
        while (taken < size) {
            long place = place(taken);
            if (place >= from + count) {
                return;
            }
            double value = chunk[(int) (place - from)];
            if (Math.abs(value) <= Double.MAX_VALUE) {
                values[finite++] = value;
            }
            taken++;
        }
    }

    private long place(int stretch) {
        return size == elements
                ? stretch
                : start(stretch) + (long) (unit(stretch) * (start(stretch + 1) - start(stretch)));
    }

    private long start(long stretch) {
        return (long) ((double) stretch / size * elements);
    }

    /** A number in [0, 1) that looks random: the finalizer of SplitMix64. */
    private static double unit(long stretch) {
        long z = (stretch + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }

    /** What was taken, sorted. */
    double[] sorted() {
        double[] sorted = Arrays.copyOf(values, finite);
        Arrays.sort(sorted);
        return sorted;
    }
}
