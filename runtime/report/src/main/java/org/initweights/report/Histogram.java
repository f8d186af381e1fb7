package org.initweights.report;

import java.util.List;

/**
 * How a sample of the elements lies between their least and their largest.
 *
 * @param from where the first bin begins
 * @param to where the last bin ends; a bin holds what is at its beginning, the last also what is at its end
 * @param counts how many elements are in each bin, all of which are equally wide; none if there is no finite element
 */
public record Histogram(double from, double to, List<Integer> counts) {

    public Histogram {
        counts = List.copyOf(counts);
    }

    /** How many elements were looked at. */
    public int sampled() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** How wide a bin is. */
    public double binWidth() {
        return (to - from) / counts.size();
    }

    /** How many elements are in the bin that holds most; 0 if there is no bin. */
    public int highest() {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
