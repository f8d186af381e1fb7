package org.initweights.statistics.tests;

import java.util.List;
import org.initweights.statistics.battery.ChiSquare;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.WordTest;
import org.initweights.statistics.words.WordSource;

/** The numbers of ones in two blocks of {@code 64 · longs} bits that follow each other, of which each word gives {@code bits}. */
public record HammingIndependence(int pairs, int longs, int bits) implements WordTest {

    @Override
    public List<PValue> run(WordSource words) {
        Bits source = new Bits(words, bits);
        int cells = Long.SIZE * longs + 1;
        long[] counts = new long[cells * cells];
        for (int i = 0; i < pairs; i++) {
            counts[weight(source) * cells + weight(source)]++;
        }
        double[] weights = Binomial.probabilities(cells - 1, 0.5);
        double[] probabilities = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            probabilities[i] = weights[i / cells] * weights[i % cells];
        }
        return List.of(ChiSquare.test("pairs of weights", probabilities, counts));
    }

    private int weight(Bits source) {
        int weight = 0;
        for (int i = 0; i < longs; i++) {
            weight += Long.bitCount(source.next());
        }
        return weight;
    }
}
