package org.initweights.statistics.tests;

import java.util.List;
import org.initweights.statistics.battery.ChiSquare;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.WordTest;
import org.initweights.statistics.words.WordSource;

/** How many of the 64 values of six bits are among 64 words. */
public record SimplePoker(int hands) implements WordTest {

    private static final int BITS = 6;
    private static final int VALUES = 1 << BITS;

    @Override
    public List<PValue> run(WordSource words) {
        long[] counts = new long[VALUES + 1];
        for (int i = 0; i < hands; i++) {
            long seen = 0;
            for (int j = 0; j < VALUES; j++) {
                seen |= 1L << (words.next() >>> (Integer.SIZE - BITS));
            }
            counts[Long.bitCount(seen)]++;
        }
        double[] probabilities = {1};
        for (int i = 0; i < VALUES; i++) {
            probabilities = drawOne(probabilities);
        }
        return List.of(ChiSquare.test("different values", probabilities, counts));
    }

    /** The distribution of the number of different values, after one more word. */
    private static double[] drawOne(double[] before) {
        double[] after = new double[VALUES + 1];
        for (int i = 0; i < before.length; i++) {
            after[i] += before[i] * i / VALUES;
            if (i < VALUES) {
                after[i + 1] += before[i] * (VALUES - i) / VALUES;
            }
        }
        return after;
    }
}
