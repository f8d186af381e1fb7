package org.initweights.statistics.tests;

import java.util.List;
import org.initweights.statistics.battery.ChiSquare;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.WordTest;
import org.initweights.statistics.words.WordSource;

/** How many of {@code length} words have their highest {@code bits} bits 0. */
public record WeightDistribution(int samples, int length, int bits) implements WordTest {

    @Override
    public List<PValue> run(WordSource words) {
        long[] counts = new long[length + 1];
        for (int i = 0; i < samples; i++) {
            int weight = 0;
            for (int j = 0; j < length; j++) {
                weight += words.next() >>> (Integer.SIZE - bits) == 0 ? 1 : 0;
            }
            counts[weight]++;
        }
        return List.of(ChiSquare.test("weights", Binomial.probabilities(length, Math.scalb(1.0, -bits)), counts));
    }
}
