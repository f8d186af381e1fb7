package org.initweights.statistics.tests;

import java.util.List;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.initweights.statistics.battery.ChiSquare;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.WordTest;
import org.initweights.statistics.words.WordSource;

/** The largest of t uniforms, whose t-th power is uniform. */
public record MaxOfT(int samples, int t, int cells) implements WordTest {

    @Override
    public List<PValue> run(WordSource words) {
        double[] powers = new double[samples];
        long[] counts = new long[cells];
        for (int i = 0; i < samples; i++) {
            long largest = 0;
            for (int j = 0; j < t; j++) {
                largest = Math.max(largest, Integer.toUnsignedLong(words.next()));
            }
            powers[i] = Math.pow((largest + 0.5) * 0x1p-32, t);
            counts[(int) (powers[i] * cells)]++;
        }
        var kolmogorov = KolmogorovSmirnovTest.withDefaults().test(powers, x -> x);
        return List.of(
                ChiSquare.uniform("χ²", counts),
                new PValue("Kolmogorov", kolmogorov.getStatistic(), kolmogorov.getPValue()));
    }
}
