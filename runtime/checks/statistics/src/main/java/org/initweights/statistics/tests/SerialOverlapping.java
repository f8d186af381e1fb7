package org.initweights.statistics.tests;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.WordTest;
import org.initweights.statistics.words.WordSource;

/**
 * Overlapping tuples of {@code bits} bits of each word, in a ring. Pearson's statistic of tuples less that of tuples that are one
 * shorter has the χ² distribution (Good 1953).
 */
public record SerialOverlapping(int words, int tuple, int bits) implements WordTest {

    @Override
    public List<PValue> run(WordSource source) {
        int cells = 1 << (tuple * bits);
        long[] tuples = count(source, cells);
        long[] shorter = new long[cells >> bits];
        for (int i = 0; i < cells; i++) {
            shorter[i >> bits] += tuples[i];
        }
        double statistic = pearson(tuples) - pearson(shorter);
        double freedom = cells - shorter.length;
        return List.of(new PValue(
                "tuples", statistic, ChiSquaredDistribution.of(freedom).survivalProbability(statistic)));
    }

    private long[] count(WordSource source, int cells) {
        int[] ring = new int[tuple - 1];
        int cell = 0;
        for (int i = 0; i < ring.length; i++) {
            ring[i] = source.next() >>> (Integer.SIZE - bits);
            cell = cell << bits | ring[i];
        }
        long[] tuples = new long[cells];
        for (int i = ring.length; i < words + ring.length; i++) {
            int value = i < words ? source.next() >>> (Integer.SIZE - bits) : ring[i - words];
            cell = (cell << bits | value) & (cells - 1);
            tuples[cell]++;
        }
        return tuples;
    }

    private double pearson(long[] counts) {
        double expected = (double) words / counts.length;
        double sum = 0;
        for (long count : counts) {
            sum += (count - expected) * (count - expected);
        }
        return sum / expected;
    }
}
