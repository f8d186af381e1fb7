package org.initweights.statistics.streams;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.initweights.internal.random.StreamKey;
import org.initweights.statistics.battery.ChiSquare;
import org.initweights.statistics.battery.PValue;

/**
 * Which bits of a parameter's key turn when one bit of the seed or of the name does: 32 of 64 on average, and each of them as often as
 * not.
 */
public record Avalanche(Input input, int samples) implements StreamTest {

    @Override
    public List<PValue> run(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] weights = new long[Long.SIZE + 1];
        int[][] turned = new int[input.bits()][Long.SIZE];
        for (int i = 0; i < samples; i++) {
            long base = random.nextLong();
            String name = name(random);
            long key = bits(StreamKey.of(base, name));
            for (int bit = 0; bit < input.bits(); bit++) {
                long difference = key ^ bits(input.turned(base, name, bit));
                weights[Long.bitCount(difference)]++;
                for (int j = 0; j < Long.SIZE; j++) {
                    turned[bit][j] += (int) (difference >>> j & 1);
                }
            }
        }
        BinomialDistribution binomial = BinomialDistribution.of(Long.SIZE, 0.5);
        double[] probabilities = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            probabilities[i] = binomial.probability(i);
        }
        return List.of(ChiSquare.test("turned bits", probabilities, weights), each(turned), largest(turned));
    }

    /** Each bit of the input with each of the key: the sum of z² is χ². */
    private PValue each(int[][] turned) {
        double sum = 0;
        for (int[] row : turned) {
            for (int count : row) {
                sum += z(count) * z(count);
            }
        }
        return new PValue(
                "pairs of bits",
                sum,
                ChiSquaredDistribution.of((double) input.bits() * Long.SIZE).survivalProbability(sum));
    }

    private PValue largest(int[][] turned) {
        double largest = 0;
        for (int[] row : turned) {
            for (int count : row) {
                largest = Math.max(largest, Math.abs(z(count)));
            }
        }
        double beyond = 2 * NormalDistribution.of(0, 1).survivalProbability(largest);
        return new PValue("worst pair of bits", largest, -Math.expm1(input.bits() * Long.SIZE * Math.log1p(-beyond)));
    }

    private double z(int count) {
        return (2.0 * count - samples) / Math.sqrt(samples);
    }

    private static long bits(StreamKey key) {
        return (long) key.k0() << Integer.SIZE | Integer.toUnsignedLong(key.k1());
    }

    private static String name(SplittableRandom random) {
        return random.ints(Input.LETTERS, 'a', 'o' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
