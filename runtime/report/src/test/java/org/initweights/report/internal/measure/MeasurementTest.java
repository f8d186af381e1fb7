package org.initweights.report.internal.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.report.Elements;
import org.initweights.report.Fit;
import org.initweights.report.Moments;
import org.initweights.report.ParameterReport;
import org.initweights.report.ReportOptions;
import org.initweights.report.ReportTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeasurementTest {

    @Test
    void momentsOfJoinedPartsAreThoseOfTheWhole() {
        double[] values = new SplittableRandom(1)
                .doubles(1000, -1, 3)
                .map(x -> 1e3 + x * x * x)
                .toArray();
        Moments whole = MomentSums.of(values, values.length).moments();
        MomentSums joined = MomentSums.NONE;
        for (int from = 0; from < values.length; from += 77) {
            double[] part = java.util.Arrays.copyOfRange(values, from, Math.min(values.length, from + 77));
            joined = joined.with(MomentSums.of(part, part.length));
        }
        Moments parts = joined.moments();
        assertThat(parts.mean()).isCloseTo(whole.mean(), within(1e-9));
        assertThat(parts.std()).isCloseTo(whole.std(), within(1e-9));
        assertThat(parts.skewness()).isCloseTo(whole.skewness(), within(1e-8));
        assertThat(parts.excessKurtosis()).isCloseTo(whole.excessKurtosis(), within(1e-8));
    }

    @Test
    void momentsOfFewNumbersAreThoseByHand() {
        Moments moments = MomentSums.of(new double[] {0, 0, 0, 4}, 4).moments();
        assertThat(moments.mean()).isEqualTo(1);
        assertThat(moments.std()).isCloseTo(Math.sqrt(3), within(1e-15));
        assertThat(moments.skewness()).isCloseTo(6 / Math.pow(3, 1.5), within(1e-15));
        assertThat(moments.excessKurtosis()).isCloseTo(21.0 / 9 - 3, within(1e-15));
    }

    @Test
    void countsWhatIsNotFiniteAndLeavesItOutOfMoments() {
        Weights weights = Weights.of(w -> w.tensor("w", Initializers.zeros(), 6));
        float[] values = {1, Float.NaN, Float.POSITIVE_INFINITY, 0, Float.NEGATIVE_INFINITY, 5};
        System.arraycopy(values, 0, weights.floats("w"), 0, 6);
        Elements elements = TensorMeasurement.elements(ReportTensor.of(weights.get("w")));
        assertThat(elements.notANumber()).isEqualTo(1);
        assertThat(elements.infinite()).isEqualTo(2);
        assertThat(elements.zeros()).isEqualTo(1);
        assertThat(elements.count()).isEqualTo(6);
        assertThat(elements.min()).isEqualTo(0);
        assertThat(elements.max()).isEqualTo(5);
        assertThat(elements.moments().mean()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F64", "F32", "F16", "BF16"})
    void readsEveryTypeAsItIsStored(DType dtype) {
        Weights weights = Weights.of(w -> w.tensor("w", TensorShape.of(40_000), dtype, Initializers.normal(0, 1)))
                .initialize(3);
        double[] read = new double[1000];
        ReportTensor.of(weights.get("w")).read(30_000, 1000, read);
        for (int i = 0; i < read.length; i++) {
            assertThat(read[i]).isEqualTo(weights.get("w").get(30_000 + i));
        }
    }

    /** Values of Kolmogorov's limiting distribution from the tables of Smirnov, 1948, which n = 1,000,000 comes close to. */
    @ParameterizedTest
    @CsvSource({"1.2238, 0.1", "1.3581, 0.05", "1.6276, 0.01", "1.9495, 0.001", "0.8276, 0.5"})
    void pValuesAreThoseOfTables(double lambda, double expected) {
        assertThat(KolmogorovSmirnov.pValue(lambda / 1000, 1_000_000))
                .isCloseTo(expected, within(2e-3 * expected + 1e-5));
    }

    /** The exact critical distances of n = 10 and 20: Massey, 1951. */
    @ParameterizedTest
    @CsvSource({"10, 0.409, 0.05", "20, 0.294, 0.05", "10, 0.489, 0.01", "20, 0.352, 0.01"})
    void pValuesOfSmallSamplesAreThoseOfTables(int n, double distance, double expected) {
        assertThat(KolmogorovSmirnov.pValue(distance, n)).isCloseTo(expected, within(0.06 * expected));
    }

    @Test
    void distanceIsTheLargestOnEitherSideOfAStep() {
        Fit fit = KolmogorovSmirnov.test(new double[] {0.5, 0.6, 0.9}, x -> x, DType.F64);
        assertThat(fit.distance()).isCloseTo(0.5, within(1e-12));
    }

    /** At a power of two, numbers are twice as dense on one side as on the other. */
    @ParameterizedTest
    @CsvSource({"0.4, 0.6", "-0.6, -0.4", "-1.5, 1.5"})
    void numbersThatAreRoundedCoarselyFitTheirDistribution(double low, double high) {
        int count = 20_000;
        double[] sorted = new double[count];
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToRawIntBits((float) (low + (high - low) * (i + 0.5) / count));
            sorted[i] = Float.intBitsToFloat(bits + 0x8000 & 0xFFFF0000);
        }

        Fit fit = KolmogorovSmirnov.test(sorted, x -> Math.min(1, Math.max(0, (x - low) / (high - low))), DType.BF16);

        assertThat(fit.distance()).isLessThan(1.5 / count);
    }

    @Test
    void aSampleIsOfEveryPartAndTheSameEachTime() {
        StratifiedSample first = new StratifiedSample(1_000_000, 1000);
        StratifiedSample second = new StratifiedSample(1_000_000, 1000);
        double[] chunk = new double[10_000];
        for (long from = 0; from < 1_000_000; from += chunk.length) {
            for (int i = 0; i < chunk.length; i++) {
                chunk[i] = from + i;
            }
            first.add(from, chunk, chunk.length);
            second.add(from, chunk, chunk.length);
        }
        double[] sorted = first.sorted();
        assertThat(sorted).hasSize(1000).isEqualTo(second.sorted());
        for (int i = 0; i < 1000; i++) {
            assertThat(sorted[i]).isBetween(1000.0 * i, 1000.0 * i + 999);
        }
    }

    @Test
    void singularValuesOfAnOrthogonalMatrixAreItsGain() {
        for (long[] dims : new long[][] {{64, 200}, {200, 64}, {33, 5, 3}}) {
            ParameterReport report = measured(dims, Initializers.orthogonal(3));
            assertThat(report.spectrum().orElseThrow().values())
                    .allSatisfy(value -> assertThat(value).isCloseTo(3, within(1e-5)));
        }
    }

    @Test
    void singularValuesOfAKnownMatrixAreThoseByHand() {
        Weights weights = Weights.of(w -> w.tensor("w", Initializers.zeros(), 2, 3));
        System.arraycopy(new float[] {3, 2, 2, 2, 3, -2}, 0, weights.floats("w"), 0, 6);
        ParameterReport report = TensorMeasurement.measure(ReportTensor.of(weights.get("w")), ReportOptions.defaults());
        assertThat(report.spectrum().orElseThrow().largest()).isCloseTo(5, within(1e-12));
        assertThat(report.spectrum().orElseThrow().smallest()).isCloseTo(3, within(1e-12));
    }

    @Test
    void squaresOfSingularValuesSumToThoseOfElements() {
        ParameterReport report = measured(new long[] {512, 700}, Initializers.normal(0, 0.5));
        double squares = report.spectrum().orElseThrow().values().stream()
                .mapToDouble(s -> s * s)
                .sum();
        Moments moments = report.elements().moments();
        double expected = moments.count() * (moments.std() * moments.std() + moments.mean() * moments.mean());
        assertThat(squares / expected).isCloseTo(1, within(1e-10));
        // Marchenko and Pastur's edges, which a matrix of this size misses by less than 2 %.
        assertThat(report.spectrum().orElseThrow().largest())
                .isCloseTo(0.5 * (Math.sqrt(700) + Math.sqrt(512)), within(0.5));
    }

    @Test
    void largeMatricesHaveNoSpectrum() {
        assertThat(measured(new long[] {513, 600}, Initializers.normal(0, 1)).spectrum())
                .isEmpty();
        assertThat(measured(new long[] {600}, Initializers.normal(0, 1)).spectrum())
                .isEmpty();
    }

    private static ParameterReport measured(long[] dims, org.initweights.Initializer initializer) {
        Weights weights = Weights.of(w -> w.tensor("w", initializer, dims)).initialize(5);
        return TensorMeasurement.measure(ReportTensor.of(weights.get("w")), ReportOptions.defaults());
    }
}
