package org.initweights.internal.draw.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.initweights.Fill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.UniformFill;
import org.initweights.internal.kernel.FillKernel;
import org.initweights.internal.numeric.NormalDistribution;
import org.initweights.internal.random.StreamKey;
import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.internal.tensor.FloatArrayStorage;
import org.initweights.internal.tensor.RangeStorage;
import org.initweights.internal.tensor.Storage;
import org.initweights.testing.KolmogorovSmirnov;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The distributions that counter-based kernels draw from. */
class RandomKernelTest {

    /**
     * Some 200 tests are made in all; each fails a right generator with a probability of 5e-9, all together with 1e-6. Seeds are
     * fixed, so a run that has passed will pass.
     */
    private static final double FALSE_ALARM = 5e-9;

    private static final int SEEDS = 5;
    private static final int[] LENGTHS = {100, 1023, 1024, 1025, 50_000};

    static Stream<Fill> fills() {
        return Stream.of(
                new UniformFill(0, 1),
                new UniformFill(-0.02, 0.05),
                new NormalFill(0, 1),
                new NormalFill(3, 0.02),
                new TruncatedNormalFill(0, 1, -2, 2),
                new TruncatedNormalFill(0.5, 0.02, 0.49, 0.6),
                new TruncatedNormalFill(0, 1, 1, Double.POSITIVE_INFINITY),
                new TruncatedNormalFill(0, 1, Double.NEGATIVE_INFINITY, -6),
                new TruncatedNormalFill(0, 1, 8, 9),
                new TruncatedNormalFill(0, 1, 40, 41),
                new TruncatedNormalFill(0, 1, -300, -200));
    }

    @Test
    void aTailBeyondAllDigitsIsItsNearerBound() {
        assertThat(doubles(new TruncatedNormalFill(1e300, 0.5, -1, 0), 100, 1)).containsOnly(0);
        assertThat(doubles(new TruncatedNormalFill(-1e300, 0.5, -1, 0), 100, 1)).containsOnly(-1);
        assertThat(floats(new TruncatedNormalFill(0, 1e-9, 3, 4), 100, 1)).containsOnly(3);
        assertThat(new TruncatedNormalFill(1e300, 1, 1, 3).mean()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("fills")
    void drawsFromTheDistribution(Fill fill) {
        for (int length : LENGTHS) {
            for (int seed = 0; seed < SEEDS; seed++) {
                double[] sample = doubles(fill, length, seed);
                assertThat(KolmogorovSmirnov.pValue(sample, distribution(fill)))
                        .as("%s, %d elements, seed %d", fill, length, seed)
                        .isGreaterThan(FALSE_ALARM);
                double[] rounded = floats(fill, length, seed);
                if (fill.std() > 1e-3) {
                    assertThat(KolmogorovSmirnov.pValue(rounded, distribution(fill)))
                            .as("%s, %d floats, seed %d", fill, length, seed)
                            .isGreaterThan(FALSE_ALARM);
                }
            }
        }
    }

    /** The mean of n values is normal about the true one: 6.5 standard errors are exceeded with probability 8e-11. */
    @ParameterizedTest
    @MethodSource("fills")
    void hasTheMomentsOfTheFill(Fill fill) {
        int n = 1_000_000;
        double[] sample = floats(fill, n, 11);
        double mean = 0;
        for (double value : sample) {
            mean += value / n;
        }
        double variance = 0;
        double fourth = 0;
        for (double value : sample) {
            double square = (value - mean) * (value - mean);
            variance += square / n;
            fourth += square * square / n;
        }
        double rounding = Math.ulp((float) mean);
        assertThat(Math.abs(mean - fill.mean())).isLessThan(6.5 * fill.std() / Math.sqrt(n) + rounding);
        double errorOfVariance = Math.sqrt((fourth - variance * variance) / n);
        assertThat(Math.abs(variance - fill.std() * fill.std()))
                .isLessThan(6.5 * errorOfVariance + 2 * rounding * fill.std());
    }

    @ParameterizedTest
    @MethodSource("fills")
    void neverLeavesTheBounds(Fill fill) {
        for (double[] sample : new double[][] {floats(fill, 300_000, 3), doubles(fill, 300_000, 3)}) {
            for (double value : sample) {
                assertThat(value >= fill.lower() && value <= fill.upper()).isTrue();
                assertThat(fill instanceof UniformFill && value == fill.upper()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fills")
    void drawsTheSameValuesForAnyChunking(Fill fill) {
        Random random = new Random(5);
        CounterSampler sampler = new CounterSampler(StreamKey.of(9, "weight"));
        TileKernel kernel = kernel(fill);
        float[] whole = new float[10_000];
        sampler.fill(new FloatArrayStorage(whole), 0, kernel);
        double[] wholeDoubles = new double[10_000];
        sampler.fill(new DoubleArrayStorage(wholeDoubles), 0, kernel);
        for (int round = 0; round < 5; round++) {
            float[] parts = new float[whole.length];
            double[] doubleParts = new double[whole.length];
            for (int from = 0; from < parts.length; ) {
                int to = Math.min(parts.length, from + 1 + random.nextInt(3000));
                sampler.fill(new RangeStorage(new FloatArrayStorage(parts), from, to - from), from, kernel);
                sampler.fill(new RangeStorage(new DoubleArrayStorage(doubleParts), from, to - from), from, kernel);
                from = to;
            }
            assertThat(parts).isEqualTo(whole);
            assertThat(doubleParts).isEqualTo(wholeDoubles);
        }
    }

    private static TileKernel kernel(Fill fill) {
        if (fill instanceof UniformFill uniform) {
            return new UniformKernel(uniform.lower(), uniform.upper());
        }
        if (fill instanceof NormalFill normal) {
            return new NormalKernel(normal.mean(), normal.std());
        }
        TruncatedNormalFill truncated = (TruncatedNormalFill) fill;
        return new TruncatedNormalKernel(truncated.location(), truncated.scale(), truncated.lower(), truncated.upper());
    }

    @Test
    void aLongerTensorBeginsWithTheValuesOfAShorterOne() {
        assertThat(doubles(new NormalFill(0, 1), 5000, 4)).startsWith(doubles(new NormalFill(0, 1), 777, 4));
    }

    @Test
    void neighbouringNamesAndSeedsAreUncorrelated() {
        int n = 100_000;
        Fill fill = new NormalFill(0, 1);
        double[] base = draw(fill, n, StreamKey.of(1, "layers.0.weight"));
        for (StreamKey key : new StreamKey[] {
            StreamKey.of(1, "layers.1.weight"), StreamKey.of(2, "layers.0.weight"), StreamKey.of(1, "layers.0.bias")
        }) {
            double[] other = draw(fill, n, key);
            double correlation = 0;
            for (int i = 0; i < n; i++) {
                correlation += base[i] * other[i] / n;
            }
            // Normal with standard deviation 1/√n if independent: a false alarm has probability 6e-10.
            assertThat(Math.abs(correlation)).isLessThan(6.2 / Math.sqrt(n));
        }
    }

    @Test
    void degenerateDistributionsAreConstant() {
        assertThat(floats(new UniformFill(2, 2), 100, 1)).containsOnly(2);
        assertThat(floats(new NormalFill(0.5, 0), 100, 1)).containsOnly(0.5);
        assertThat(floats(new NormalFill(0, 1), 0, 1)).isEmpty();
    }

    private static double[] draw(Fill fill, int length, StreamKey key) {
        double[] sample = new double[length];
        FillKernel.write(fill, new DoubleArrayStorage(sample), new CounterSampler(key));
        return sample;
    }

    private static double[] doubles(Fill fill, int length, long seed) {
        return draw(fill, length, StreamKey.of(seed, "weight"));
    }

    private static double[] floats(Fill fill, int length, long seed) {
        float[] sample = new float[length];
        Storage storage = new FloatArrayStorage(sample);
        FillKernel.write(fill, storage, new SeededSource(seed).sampler("weight"));
        double[] widened = new double[length];
        for (int i = 0; i < length; i++) {
            widened[i] = sample[i];
        }
        return widened;
    }

    private static DoubleUnaryOperator distribution(Fill fill) {
        if (fill instanceof UniformFill uniform) {
            return x -> (x - uniform.lower()) / (uniform.upper() - uniform.lower());
        }
        if (fill instanceof NormalFill normal) {
            return x -> NormalDistribution.probability((x - normal.mean()) / normal.std());
        }
        TruncatedNormalFill truncated = (TruncatedNormalFill) fill;
        double a = (truncated.lower() - truncated.location()) / truncated.scale();
        double b = (truncated.upper() - truncated.location()) / truncated.scale();
        return x -> restricted((x - truncated.location()) / truncated.scale(), a, b);
    }

    /** The distribution function of the standard normal restricted to [a, b], relative to its larger tail. */
    private static double restricted(double z, double a, double b) {
        if (b < 0) {
            return 1 - restricted(-z, -b, -a);
        }
        if (a < 3) {
            double below = NormalDistribution.probability(a);
            return (NormalDistribution.probability(z) - below) / (NormalDistribution.probability(b) - below);
        }
        return (1 - tail(a, z)) / (1 - tail(a, b));
    }

    /** The probability beyond z relative to that beyond a. */
    private static double tail(double a, double z) {
        return Double.isInfinite(z)
                ? 0
                : Math.exp(-0.5 * (z - a) * (z + a))
                        * NormalDistribution.millsRatio(z)
                        / NormalDistribution.millsRatio(a);
    }
}
