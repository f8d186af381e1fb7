package org.initweights.statistics.tests;

import java.util.List;
import org.initweights.statistics.battery.ChiSquare;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.WordTest;
import org.initweights.statistics.words.WordSource;

/** How many words are between two of which the highest {@code bits} bits are 0. */
public record Gap(int gaps, int bits) implements WordTest {

    @Override
    public List<PValue> run(WordSource words) {
        double hit = Math.scalb(1.0, -bits);
        long[] counts = new long[32 << bits];
        for (int i = 0; i < gaps; i++) {
            int length = 0;
            while (words.next() >>> (Integer.SIZE - bits) != 0 && length < counts.length - 1) {
                length++;
            }
            counts[length]++;
        }
        double[] probabilities = new double[counts.length];
        double left = 1;
        for (int i = 0; i < counts.length - 1; i++) {
            probabilities[i] = left * hit;
            left -= probabilities[i];
        }
        probabilities[counts.length - 1] = left;
        return List.of(ChiSquare.test("lengths", probabilities, counts));
    }
}
