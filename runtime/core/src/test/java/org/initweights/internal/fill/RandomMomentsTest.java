package org.initweights.internal.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.initweights.Distribution;
import org.initweights.Fill;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What random fills say of their elements, by the textbook's formulas. */
class RandomMomentsTest {

    private static final Percentage EXACTLY = withPercentage(1e-9);

    /** The variance of U(a, b) is (b - a)² / 12. */
    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 3", "2, 2", "-5, -1"})
    void ofAUniform(double a, double b) {
        assertMoments(new UniformFill(a, b), (a + b) / 2, (b - a) * (b - a) / 12, a, b);
    }

    /** Of one part, or one row, as of all. */
    @Test
    void ofUniformPartsAndRows() {
        assertMoments(new PartsFill(new UniformFill(-2, 4), 3, 5), 1, 3, -2, 4);
        assertMoments(new RepeatedFill(new UniformFill(-2, 4), 3, 5, 2), 1, 3, -2, 4);
    }

    @Test
    void ofANormal() {
        assertMoments(new NormalFill(-3, 0.5), -3, 0.25, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** A normal cut symmetrically keeps its mean; cut elsewhere it has that of what is left. */
    @Test
    void ofATruncatedNormal() {
        assertMoments(new TruncatedNormalFill(5, 2, 1, 9), 5, 4 * .87962566103423978 * .87962566103423978, 1, 9);
        // The half-normal distribution, moved by 10 and stretched by 3.
        assertMoments(
                new TruncatedNormalFill(10, 3, Double.NEGATIVE_INFINITY, 10),
                10 - 3 * Math.sqrt(2 / Math.PI),
                9 * (1 - 2 / Math.PI),
                Double.NEGATIVE_INFINITY,
                10);
    }

    /** Far from the mean it is nearly an exponential distribution, of which the rate is the distance. */
    @Test
    void ofATruncatedNormalFarFromItsMean() {
        TruncatedNormalFill fill = new TruncatedNormalFill(0, 1, 1e6, Double.POSITIVE_INFINITY);
        assertThat((fill.mean() - 1e6) * 1e6).isCloseTo(1, withPercentage(0.1));
        assertThat(fill.std() * 1e6).isCloseTo(1, withPercentage(0.1));
        TruncatedNormalFill below = new TruncatedNormalFill(0, 1, Double.NEGATIVE_INFINITY, -1e6);
        assertThat(below.mean()).isEqualTo(-fill.mean());
        assertThat(below.std()).isCloseTo(fill.std(), EXACTLY);
    }

    /** Between bounds that are all but one number it is uniform. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -7})
    void ofATruncatedNormalOfNearlyOneNumber(double location) {
        double width = 1e-9;
        TruncatedNormalFill fill = new TruncatedNormalFill(0, 1, location - width, location + width);
        assertThat(fill.mean()).isCloseTo(location, offset(1e-12));
        assertThat(fill.std()).isCloseTo(2 * width / Math.sqrt(12), withPercentage(1e-4));
    }

    /** The squares of such numbers are less than the least double. */
    @Test
    void ofATruncatedNormalOfTinyNumbers() {
        TruncatedNormalFill fill = new TruncatedNormalFill(0, 1, 0, 1e-170);
        assertThat(fill.mean()).isCloseTo(0.5e-170, EXACTLY);
        assertThat(fill.std()).isCloseTo(1e-170 / Math.sqrt(12), withPercentage(1e-4));
    }

    @ParameterizedTest
    @EnumSource
    void ofAScaledVariance(Distribution distribution) {
        double bound = switch (distribution) {
            case NORMAL -> Double.POSITIVE_INFINITY;
            case UNIFORM -> Math.sqrt(3 * 0.04);
            case TRUNCATED_NORMAL -> 2 * 0.2 / .87962566103423978;
        };
        VarianceScaledFill fill = new VarianceScaledFill(distribution, 0.04);
        assertMoments(fill, 0, 0.04, -bound, bound);
        assertMoments(fill.equivalent(), 0, 0.04, -bound, bound);
        assertThat(fill.toString()).isEqualTo(fill.equivalent().toString());
    }

    @Test
    void theDerivationOfAScaledFillEndsWithItsNumber() {
        assertThat(ScaledFill.result(new VarianceScaledFill(Distribution.UNIFORM, 3)))
                .isEqualTo("bound 3");
        assertThat(ScaledFill.result(new VarianceScaledFill(Distribution.TRUNCATED_NORMAL, 4)))
                .isEqualTo("std 2");
        assertThat(ScaledFill.result(new UniformFill(-2, 2))).isEqualTo("bound 2");
        assertThat(ScaledFill.result(new NormalFill(0, 3))).isEqualTo("std 3");
    }

    /** The squares of all elements sum up to gain² for each row, or for each column if there are fewer of them. */
    @ParameterizedTest
    @CsvSource({"3, 5, 1", "5, 3, 2", "4, 4, -0.5", "1, 9, -3"})
    void ofAnOrthogonalMatrix(long rows, long columns, double gain) {
        double variance = Math.min(rows, columns) * gain * gain / (rows * columns);
        assertMoments(new OrthogonalFill(rows, columns, gain), 0, variance, -Math.abs(gain), Math.abs(gain));
    }

    /** The squares sum up to gain² for each in channel. */
    @ParameterizedTest
    @CsvSource({"8, 3, 5, 1", "4, 4, 1, -2", "5, 1, 3, 0.5"})
    void ofADeltaOrthogonalConvolution(long out, long in, long kernel, double gain) {
        double variance = in * gain * gain / (out * in * kernel * kernel);
        assertMoments(
                new DeltaOrthogonalFill(TensorShape.of(out, in, kernel, kernel), gain),
                0,
                variance,
                -Math.abs(gain),
                Math.abs(gain));
    }

    /** Zeros take away their share of the variance. */
    @ParameterizedTest
    @CsvSource({"10, 3, 5, 2, 2", "4, 7, 0, 3, 9", "4, 7, 4, 3, 0"})
    void ofASparseMatrix(long rows, long columns, long zeros, double std, double variance) {
        assertMoments(
                new SparseFill(rows, columns, zeros, std),
                0,
                variance,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    }

    /** Of two populations the variance is the mean of both and of the distance of their means. */
    @Test
    void ofSlices() {
        SlicedFill fill =
                new SlicedFill(new NormalFill(1, 2), List.of(new SlicedFill.Range(1, 4, new UniformFill(4, 6))), 4);
        assertMoments(
                fill,
                (1 + 3 * 5.0) / 4,
                (4 + 3 * (4 / 12.0)) / 4 + (9 + 3 * 1.0) / 4,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    }

    /** Softplus maps what is below the floor's logarithm to the floor; the share of it is a quotient of logarithms. */
    @Test
    void ofAnInverseSoftplus() {
        assertThat(new InverseSoftplusFill(0.001, 0.1, 0.01).shareAtFloor()).isCloseTo(0.5, offset(1e-12));
        assertThat(new InverseSoftplusFill(1, 16, 2).shareAtFloor()).isCloseTo(0.25, offset(1e-12));
        assertThat(new InverseSoftplusFill(1, 16, 1).shareAtFloor()).isZero();
        assertThat(new InverseSoftplusFill(1, 16, 0.5).shareAtFloor()).isZero();
        assertThat(new InverseSoftplusFill(1, 16, 64).shareAtFloor()).isEqualTo(1);
        assertThat(new InverseSoftplusFill(1, 1, 1).shareAtFloor()).isZero();
        InverseSoftplusFill fill = new InverseSoftplusFill(1, 16, 2);
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            double u = random.nextDouble();
            double step = Math.log1p(Math.exp(fill.quantile().applyAsDouble(u)));
            assertThat(step).isCloseTo(Math.max(2, Math.pow(16, u)), EXACTLY);
        }
    }

    private static void assertMoments(Fill fill, double mean, double variance, double lower, double upper) {
        assertThat(fill.mean()).as("mean of %s", fill).isCloseTo(mean, offset(1e-9));
        assertThat(fill.std()).as("std of %s", fill).isCloseTo(Math.sqrt(variance), offset(1e-9));
        assertThat(close(fill.lower(), lower)).as("least of %s", fill).isTrue();
        assertThat(close(fill.upper(), upper)).as("greatest of %s", fill).isTrue();
    }

    private static boolean close(double a, double b) {
        return a == b || Math.abs(a - b) < 1e-12;
    }
}
