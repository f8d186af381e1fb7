package org.initweights.statistics.tests;

import java.util.List;
import org.initweights.statistics.battery.ChiSquare;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.WordTest;
import org.initweights.statistics.words.WordSource;

/** The length of the shortest linear feedback register that makes {@code length} bits, the highest of each word. */
public record LinearComplexity(int sequences, int length) implements WordTest {

    @Override
    public List<PValue> run(WordSource words) {
        long[] counts = new long[length + 1];
        for (int i = 0; i < sequences; i++) {
            BerlekampMassey register = new BerlekampMassey(length);
            for (int j = 0; j < length; j++) {
                register.add(words.next() >>> (Integer.SIZE - 1));
            }
            counts[register.complexity()]++;
        }
        double[] probabilities = new double[length + 1];
        for (int i = 1; i <= length; i++) {
            probabilities[i] = Math.scalb(1.0, Math.min(2 * (length - i), 2 * i - 1) - length);
        }
        return List.of(ChiSquare.test("complexities", probabilities, counts));
    }
}
