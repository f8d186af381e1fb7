package org.initweights.internal.draw.seeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import org.initweights.Fill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.kernel.FillKernel;
import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.internal.tensor.FloatArrayStorage;
import org.initweights.internal.tensor.Storage;
import org.initweights.testing.KolmogorovSmirnov;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Truncated normals whose interval is narrow in standard deviations. */
class NarrowTruncationTest {

    private static final int LENGTH = 20_000;

    /** Each of the tests below fails a right generator with this probability; seeds are fixed. */
    private static final double FALSE_ALARM = 1e-6;

    private static double[] draw(Fill fill, Storage storage) {
        FillKernel.write(fill, storage, new SeededSource(5).sampler("w"));
        double[] values = new double[LENGTH];
        Arrays.setAll(values, storage::get);
        return values;
    }

    private static double[] doubles(Fill fill) {
        return draw(fill, new DoubleArrayStorage(new double[LENGTH]));
    }

    private static double[] floats(Fill fill) {
        return draw(fill, new FloatArrayStorage(new float[LENGTH]));
    }

    private static double uniform(double x) {
        return Math.max(0, Math.min(1, (x + 2) / 4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e5, 1e7, 4 / 0x1p-24, 1e8, 1e16, 1e30, 1e200, 1e308})
    void withAHugeStandardDeviationItIsUniform(double std) {
        Fill fill = new TruncatedNormalFill(0, std, -2, 2);
        assertThat(fill.std()).isCloseTo(4 / Math.sqrt(12), offset(1e-6));
        for (double[] values : new double[][] {doubles(fill), floats(fill)}) {
            assertThat(Arrays.stream(values)).allMatch(x -> -2 <= x && x <= 2);
            assertThat(Arrays.stream(values).distinct().count()).isGreaterThan(LENGTH - 50);
            assertThat(KolmogorovSmirnov.pValue(values, NarrowTruncationTest::uniform))
                    .isGreaterThan(FALSE_ALARM);
        }
    }

    @Test
    void nothingJumpsWhereTheFormulaChanges() {
        double std = 4 / NarrowQuantile.WIDTH;
        // Beside the formula's, the rounding of a sum with the mean.
        for (double mean : new double[] {0, -7, 3 * std, -4 * std}) {
            double[] below = doubles(new TruncatedNormalFill(mean, std * (1 + 1e-9), -2, 2));
            double[] above = doubles(new TruncatedNormalFill(mean, std * (1 - 1e-9), -2, 2));
            for (int i = 0; i < LENGTH; i++) {
                assertThat(above[i]).isCloseTo(below[i], offset(4 * 0x1p-21));
            }
        }
    }

    /** Far from the mean the density falls within the interval: the oracle is the exponential distribution, cut off. */
    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e3, -1e9, 1, 1e3, 1e9})
    void farFromTheMeanItFallsExponentially(double standardDeviations) {
        double std = 1e8;
        Fill fill = new TruncatedNormalFill(standardDeviations * std, std, -0.5, 0.5);
        double rate = Math.abs(standardDeviations) / std;
        double[] fromTheNearer = Arrays.stream(doubles(fill))
                .map(x -> standardDeviations < 0 ? x + 0.5 : 0.5 - x)
                .toArray();
        assertThat(KolmogorovSmirnov.pValue(fromTheNearer, x -> Math.expm1(-rate * x) / Math.expm1(-rate)))
                .isGreaterThan(FALSE_ALARM);
    }

    @Test
    void digitsNearZeroAreNotLostToAMeanThatIsNot() {
        double[] values = doubles(new TruncatedNormalFill(-1, 1, 0, 1e-15));
        assertThat(Arrays.stream(values).distinct().count()).isGreaterThan(LENGTH - 50);
    }
}
