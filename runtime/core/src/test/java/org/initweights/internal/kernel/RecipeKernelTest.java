package org.initweights.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.stream.Stream;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.draw.seeded.SeededSource;
import org.initweights.internal.fill.InverseSoftplusFill;
import org.initweights.internal.fill.RepeatedFill;
import org.initweights.internal.numeric.NormalDistribution;
import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.internal.tensor.FloatArrayStorage;
import org.initweights.testing.KolmogorovSmirnov;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels of initializers that single papers brought. */
class RecipeKernelTest {

    /** Some 30 Kolmogorov-Smirnov tests are made in all; together they fail a right generator with a probability of 1.5e-7. */
    private static final double FALSE_ALARM = 5e-9;

    private static double[] doubles(Fill fill, long length, long seed) {
        double[] values = new double[(int) length];
        FillKernel.write(fill, new DoubleArrayStorage(values), new SeededSource(seed).sampler("weight"));
        return values;
    }

    private static float[] floats(Fill fill, long length, long seed) {
        float[] values = new float[(int) length];
        FillKernel.write(fill, new FloatArrayStorage(values), new SeededSource(seed).sampler("weight"));
        return values;
    }

    private static double[] draw(Initializer initializer, TensorShape shape) {
        return doubles(initializer.resolve(shape), shape.elements(), 0);
    }

    static Stream<Initializer> rules() {
        return Stream.of(
                Initializers.kaimingNormal(),
                Initializers.xavierUniform(),
                Initializers.truncNormal(),
                Initializers.orthogonal(),
                Initializers.dirac(),
                Initializers.ones(),
                Initializers.inverseSoftplusLogUniform(),
                Initializers.icnr(2, Initializers.normal()),
                shape -> Initializers.normal(0, 1.0 / shape.size(0)).resolve(shape));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void icnrRepeatsEachFilterOfItsRule(Initializer rule) {
        int scale = 3;
        TensorShape shape = TensorShape.of(72, 7, 5, 5);
        TensorShape base = TensorShape.of(8, 7, 5, 5);
        Fill fill = Initializers.icnr(scale, rule).resolve(shape);
        double[] weight = doubles(fill, shape.elements(), 5);
        double[] part = doubles(rule.resolve(base), base.elements(), 5);
        float[] single = floats(fill, shape.elements(), 5);
        float[] singlePart = floats(rule.resolve(base), base.elements(), 5);
        for (int i = 0; i < weight.length; i++) {
            int filter = i / 175;
            int inBase = filter / (scale * scale) * 175 + i % 175;
            assertThat(weight[i]).isEqualTo(part[inBase]);
            assertThat(single[i]).isEqualTo(singlePart[inBase]);
        }
        assertThat(fill.mean()).isEqualTo(rule.resolve(base).mean());
        assertThat(fill.std()).isEqualTo(rule.resolve(base).std());
        assertThat(fill.lower()).isEqualTo(rule.resolve(base).lower());
        assertThat(fill.upper()).isEqualTo(rule.resolve(base).upper());
    }

    @Test
    void icnrTakesTheFansBeforeTheShuffle() {
        TensorShape shape = TensorShape.of(64, 4, 3, 3);
        TensorShape grouped = shape.withGroups(4);
        Initializer rule = Initializers.xavierNormal();
        assertThat(Initializers.icnr(2, rule).resolve(shape).std()).isEqualTo(Math.sqrt(2.0 / (4 * 9 + 16 * 9)));
        assertThat(Initializers.icnr(2, rule).resolve(grouped).std()).isEqualTo(Math.sqrt(2.0 / (4 * 9 + 4 * 9)));
        assertThat(Initializers.icnr(1, rule).resolve(shape).std()).isEqualTo(Math.sqrt(2.0 / (4 * 9 + 64 * 9)));
    }

    @Test
    void filtersOfIcnrAreDrawnFromTheDistribution() {
        Fill fill = new RepeatedFill(Initializers.normal(1, 2).resolve(TensorShape.of(1)), 50, 200, 4);
        for (int seed = 0; seed < 5; seed++) {
            double[] weight = doubles(fill, 50 * 200 * 4, seed);
            double[] firsts = new double[50 * 200];
            for (int row = 0; row < 50; row++) {
                System.arraycopy(weight, row * 4 * 200, firsts, row * 200, 200);
            }
            assertThat(KolmogorovSmirnov.pValue(firsts, x -> NormalDistribution.probability((x - 1) / 2)))
                    .isGreaterThan(FALSE_ALARM);
        }
    }

    /** Against the filter as the authors of FCN compute it: about a centre in units of positions. */
    @ParameterizedTest
    @EnumSource(Layout.class)
    void bilinearUpsamplingInterpolatesFromChannelToChannel(Layout layout) {
        for (int[] kernel : new int[][] {{4, 4}, {3, 3}, {5, 2}, {6, 7}, {1, 1}, {16, 9}}) {
            for (int groups : new int[] {1, 3}) {
                int whole = 5 * groups;
                int inGroup = 4;
                TensorShape shape = shape(layout, whole, inGroup, kernel).withGroups(groups);
                double[] weight = draw(Initializers.bilinearUpsampling(), shape);
                for (int i = 0; i < weight.length; i++) {
                    int[] place = place(shape, i);
                    int first = layout == Layout.SPATIAL_IN_OUT ? 0 : 2;
                    double expected = place[layout.wholeAxis(4)] % 5 == place[layout.groupAxis(4)]
                            ? filter(kernel[0], place[first]) * filter(kernel[1], place[first + 1])
                            : 0;
                    assertThat(weight[i]).isCloseTo(expected, offset(1e-15));
                }
            }
        }
    }

    private static TensorShape shape(Layout layout, int whole, int inGroup, int[] kernel) {
        TensorShape shape = layout == Layout.SPATIAL_IN_OUT
                ? TensorShape.of(kernel[0], kernel[1], inGroup, whole)
                : TensorShape.of(whole, inGroup, kernel[0], kernel[1]);
        return shape.withLayout(layout);
    }

    private static int[] place(TensorShape shape, int index) {
        int[] place = new int[shape.rank()];
        int rest = index;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            place[axis] = (int) (rest % shape.size(axis));
            rest /= (int) shape.size(axis);
        }
        return place;
    }

    private static double filter(int size, int position) {
        int factor = (size + 1) / 2;
        double centre = size % 2 == 1 ? factor - 1 : factor - 0.5;
        return 1 - Math.abs(position - centre) / factor;
    }

    /** What the filter is for: enlarging a slope gives a slope, away from the edges. */
    @ParameterizedTest
    @CsvSource({"2, 4", "3, 5", "4, 8", "2, 3", "3, 6", "4, 7"})
    void bilinearUpsamplingKeepsASlope(int stride, int size) {
        double[] weight = draw(Initializers.bilinearUpsampling(), TensorShape.of(1, 1, 1, size));
        double[] output = new double[20 * stride + size];
        for (int i = 0; i < 20; i++) {
            for (int x = 0; x < size; x++) {
                output[i * stride + x] += i * weight[x];
            }
        }
        for (int x = size; x < 19 * stride - 1; x++) {
            assertThat(output[x + 1] - output[x]).isCloseTo(1.0 / stride, offset(1e-12));
        }
    }

    @Test
    void logRangeCountsAlongTheLastAxis() {
        TensorShape shape = TensorShape.of(300, 3, 16);
        double[] values = draw(Initializers.logRange(), shape);
        float[] single = floats(Initializers.logRange().resolve(shape), shape.elements(), 0);
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isEqualTo(StrictMath.log(i % 16 + 1));
            assertThat(single[i]).isEqualTo((float) StrictMath.log(i % 16 + 1));
        }
        assertThat(draw(Initializers.logRange(), TensorShape.of(3)))
                .containsExactly(0, StrictMath.log(2), StrictMath.log(3));
    }

    /** Against the product of columns from which the authors of S4 make it. */
    @Test
    void hippoLegsIsTheMatrixOfS4() {
        assertThat(draw(Initializers.hippoLegs(), TensorShape.of(3, 3)))
                .containsExactly(-1, 0, 0, -Math.sqrt(3), -2, 0, -Math.sqrt(5), -Math.sqrt(15), -3);
        int size = 64;
        double[] matrix = draw(Initializers.hippoLegs(), TensorShape.of(size, size));
        for (int n = 0; n < size; n++) {
            for (int k = 0; k < size; k++) {
                double product = Math.sqrt(1 + 2.0 * n) * Math.sqrt(1 + 2.0 * k);
                double expected = k > n ? 0 : n == k ? n - product : -product;
                assertThat(matrix[n * size + k]).isCloseTo(expected, offset(1e-12));
            }
        }
    }

    static Stream<Arguments> fixed() {
        return Stream.of(
                Arguments.of(Initializers.logRange(), TensorShape.of(5, 16)),
                Arguments.of(Initializers.logRange(), TensorShape.of(1)),
                Arguments.of(Initializers.hippoLegs(), TensorShape.of(1, 1)),
                Arguments.of(Initializers.hippoLegs(), TensorShape.of(2, 2)),
                Arguments.of(Initializers.hippoLegs(), TensorShape.of(64, 64)),
                Arguments.of(Initializers.bilinearUpsampling(), TensorShape.of(1, 1, 1, 1)),
                Arguments.of(Initializers.bilinearUpsampling(), TensorShape.of(21, 21, 4, 5)),
                Arguments.of(
                        Initializers.bilinearUpsampling(),
                        TensorShape.of(6, 1, 4, 4)
                                .withLayout(Layout.IN_OUT_SPATIAL)
                                .withGroups(6)),
                Arguments.of(
                        Initializers.bilinearUpsampling(),
                        TensorShape.of(3, 8, 2, 6)
                                .withLayout(Layout.SPATIAL_IN_OUT)
                                .withGroups(2)));
    }

    @ParameterizedTest
    @MethodSource("fixed")
    void momentsAreThoseOfTheElements(Initializer initializer, TensorShape shape) {
        Fill fill = initializer.resolve(shape);
        double[] values = draw(initializer, shape);
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        assertThat(fill.mean()).isCloseTo(mean, offset(1e-12 * (1 + Math.abs(mean))));
        assertThat(fill.std()).isCloseTo(Math.sqrt(variance), offset(1e-10 * (1 + Math.abs(mean))));
        assertThat(fill.lower()).isEqualTo(Arrays.stream(values).min().orElseThrow());
        assertThat(fill.upper()).isEqualTo(Arrays.stream(values).max().orElseThrow());
    }

    @Test
    void softplusOfTheElementsIsLogUniform() {
        for (double[] bounds : new double[][] {{0.001, 0.1}, {0.5, 30}}) {
            double width = Math.log(bounds[1] / bounds[0]);
            Fill fill = Initializers.inverseSoftplusLogUniform(bounds[0], bounds[1], 1e-4)
                    .resolve(TensorShape.of(1));
            for (int length : new int[] {100, 50_000}) {
                for (int seed = 0; seed < 5; seed++) {
                    double[] sample = doubles(fill, length, seed);
                    double p = KolmogorovSmirnov.pValue(
                            sample, x -> Math.log(Math.log1p(Math.exp(x)) / bounds[0]) / width);
                    assertThat(p).isGreaterThan(FALSE_ALARM);
                }
            }
        }
    }

    /** The formula of Mamba's code over the uniform numbers of the same stream; floats are the same numbers rounded. */
    @Test
    void inverseSoftplusFollowsTheFormula() {
        Fill fill = Initializers.inverseSoftplusLogUniform(0.001, 0.1, 0.002).resolve(TensorShape.of(1));
        double[] uniform = new double[3000];
        new SeededSource(4).sampler("weight").uniform(new DoubleArrayStorage(uniform), 0, 1);
        double[] values = doubles(fill, uniform.length, 4);
        float[] single = floats(fill, uniform.length, 4);
        for (int i = 0; i < uniform.length; i++) {
            double dt = Math.exp(uniform[i] * (Math.log(0.1) - Math.log(0.001)) + Math.log(0.001));
            double clamped = Math.max(dt, 0.002);
            assertThat(values[i]).isCloseTo(clamped + Math.log(-Math.expm1(-clamped)), offset(1e-13));
            assertThat(values[i]).isBetween(fill.lower(), fill.upper());
            assertThat(single[i]).isEqualTo((float) values[i]);
        }
    }

    /**
     * Of 100000 elements log 2 / log 100 are at the floor, and their mean is normal about the true one: 6.5 standard errors are
     * exceeded with probability 8e-11.
     */
    @Test
    void inverseSoftplusHasTheShareAndTheMomentsOfItsFill() {
        InverseSoftplusFill fill = new InverseSoftplusFill(0.001, 0.1, 0.002);
        int n = 100_000;
        double[] sample = doubles(fill, n, 8);
        double share = Math.log(2) / Math.log(100);
        assertThat(fill.shareAtFloor()).isCloseTo(share, offset(1e-14));
        long atFloor = Arrays.stream(sample).filter(x -> x == fill.lower()).count();
        assertThat(atFloor / (double) n).isCloseTo(share, offset(6.5 * Math.sqrt(share * (1 - share) / n)));
        double mean = fill.mean();
        assertThat(Arrays.stream(sample).average().orElseThrow())
                .isCloseTo(mean, offset(6.5 * fill.std() / Math.sqrt(n)));
        double[] squares =
                Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).toArray();
        double variance = Arrays.stream(squares).average().orElseThrow();
        double spread = Arrays.stream(squares)
                .map(s -> (s - variance) * (s - variance))
                .average()
                .orElseThrow();
        assertThat(variance).isCloseTo(fill.std() * fill.std(), offset(6.5 * Math.sqrt(spread / n)));
    }
}
