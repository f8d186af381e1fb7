package org.initweights.statistics.tests;

import java.util.Arrays;
import org.initweights.statistics.words.WordSource;

/** Random points in a cube that is cut into cells. */
final class Points {

    private Points() {}

    /** The cells of {@code count} points in ascending order; each point takes one word a dimension, of which the cell has {@code bits}. */
    static long[] cells(WordSource words, int count, int dimensions, int bits) {
        long[] cells = new long[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < dimensions; j++) {
                cells[i] = cells[i] << bits | words.next() >>> (Integer.SIZE - bits);
            }
        }
        Arrays.parallelSort(cells);
        return cells;
    }

    /** How many of the sorted values are equal to the one before. */
    static int repeated(long[] sorted) {
        int repeated = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                repeated++;
            }
        }
        return repeated;
    }
}
