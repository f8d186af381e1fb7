package org.initweights.statistics.tests;

import java.util.List;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.WordTest;
import org.initweights.statistics.words.WordSource;

/**
 * The power spectrum of complex normals, each made of two words by Box and Muller. Its powers are independent exponentials, exactly;
 * the sums of {@code transforms} of them are gamma distributed.
 */
public record Spectral(int transforms, int length) implements WordTest {

    @Override
    public List<PValue> run(WordSource words) {
        double[] powers = new double[length];
        for (int i = 0; i < transforms; i++) {
            double[][] signal = draw(words);
            FastFourierTransformer.transformInPlace(signal, DftNormalization.UNITARY, TransformType.FORWARD);
            for (int j = 0; j < length; j++) {
                powers[j] += signal[0][j] * signal[0][j] + signal[1][j] * signal[1][j];
            }
        }
        GammaDistribution gamma = GammaDistribution.of(transforms, 2);
        var result = KolmogorovSmirnovTest.withDefaults().test(powers, gamma::cumulativeProbability);
        return List.of(new PValue("Kolmogorov", result.getStatistic(), result.getPValue()));
    }

    private double[][] draw(WordSource words) {
        double[][] signal = new double[2][length];
        for (int i = 0; i < length; i++) {
            double radius = Math.sqrt(-2 * Math.log((Integer.toUnsignedLong(words.next()) + 0.5) * 0x1p-32));
            double angle = words.next() * (Math.PI * 0x1p-31);
            signal[0][i] = radius * Math.cos(angle);
            signal[1][i] = radius * Math.sin(angle);
        }
        return signal;
    }
}
