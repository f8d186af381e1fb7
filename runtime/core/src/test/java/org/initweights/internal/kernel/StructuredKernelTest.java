package org.initweights.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.draw.seeded.SeededSource;
import org.initweights.internal.fill.OrthogonalFill;
import org.initweights.internal.tensor.FloatArrayStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Kernels that write matrices and convolutions with a structure. */
class StructuredKernelTest {

    private static float[] draw(Initializer initializer, TensorShape shape, long seed) {
        float[] values = new float[(int) shape.elements()];
        Fill fill = initializer.resolve(shape);
        FillKernel.write(fill, new FloatArrayStorage(values), new SeededSource(seed).sampler("weight"));
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1, 7",
        "7, 1",
        "5, 5",
        "40, 13",
        "13, 40",
        "300, 200",
        "128, 128",
    })
    void orthogonalMatricesHaveOrthonormalRowsOrColumns(int rows, int columns) {
        double gain = Math.sqrt(2);
        float[] q = draw(Initializers.orthogonal(gain), TensorShape.of(rows, columns), rows * 31L + columns);
        checkOrthonormal(q, rows, columns, gain);
    }

    @Test
    void orthogonalTakesTheFirstAxisAgainstTheRest() {
        checkOrthonormal(draw(Initializers.orthogonal(), TensorShape.of(6, 4, 3, 3), 1), 6, 36, 1);
        checkOrthonormal(draw(Initializers.orthogonal(), TensorShape.of(20, 2, 3), 1), 20, 6, 1);
        TensorShape keras = TensorShape.of(3, 3, 4, 6).withLayout(Layout.SPATIAL_IN_OUT);
        checkOrthonormal(draw(Initializers.orthogonal(), keras, 1), 36, 6, 1);
    }

    private static void checkOrthonormal(float[] q, int rows, int columns, double gain) {
        boolean tall = rows >= columns;
        int vectors = Math.min(rows, columns);
        int length = Math.max(rows, columns);
        for (int a = 0; a < vectors; a++) {
            for (int b = a; b < vectors; b++) {
                double dot = 0;
                for (int i = 0; i < length; i++) {
                    dot += tall
                            ? (double) q[i * columns + a] * q[i * columns + b]
                            : (double) q[a * columns + i] * q[b * columns + i];
                }
                assertThat(dot).isCloseTo(a == b ? gain * gain : 0, offset(1e-5));
            }
        }
    }

    /**
     * Every element of a uniformly distributed orthogonal matrix is as often positive as negative. Of 2000 signs, more than 1146
     * or less than 854 agree with probability 5e-11.
     */
    @Test
    void orthogonalMatricesAreNotBiasedToASign() {
        for (int index : new int[] {0, 4, 8}) {
            int positive = 0;
            for (int seed = 0; seed < 2000; seed++) {
                positive += draw(Initializers.orthogonal(), TensorShape.of(3, 3), seed)[index] > 0 ? 1 : 0;
            }
            assertThat(positive).isBetween(854, 1146);
        }
        assertThat(new OrthogonalFill(3, 3, 1).std()).isEqualTo(1 / Math.sqrt(3));
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void deltaOrthogonalPreservesTheNormAtTheCentre(Layout layout) {
        int in = 3;
        int out = 5;
        TensorShape shape = shape(layout, out, in, new int[] {3, 4}).withLayout(layout);
        float[] w = draw(Initializers.deltaOrthogonal(2), shape, 4);
        double[][] centre = new double[in][out];
        double sum = 0;
        for (int i = 0; i < in; i++) {
            for (int o = 0; o < out; o++) {
                centre[i][o] = w[index(layout, shape, o, i, new int[] {1, 1})];
                sum += Math.abs(centre[i][o]);
            }
        }
        double all = 0;
        for (float value : w) {
            all += Math.abs(value);
        }
        assertThat(all).isCloseTo(sum, offset(1e-5));
        for (int a = 0; a < in; a++) {
            for (int b = 0; b < in; b++) {
                double dot = 0;
                for (int o = 0; o < out; o++) {
                    dot += centre[a][o] * centre[b][o];
                }
                assertThat(dot).isCloseTo(a == b ? 4 : 0, offset(1e-5));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void diracPassesItsInputThroughAConvolution(Layout layout) {
        Random random = new Random(8);
        for (int groups : new int[] {1, 2, 4}) {
            for (int[] kernel : new int[][] {{3}, {4}, {3, 5}, {3, 3, 3}}) {
                int in = 2 * groups;
                int out = 3 * groups;
                TensorShape shape = shape(layout, out, in, kernel, groups).withLayout(layout);
                float[] w = draw(Initializers.dirac(groups), shape, 0);
                double[] input = random.doubles(in).toArray();
                double[] output = centreOfConvolution(w, shape, layout, input, out, groups, kernel);
                for (int g = 0; g < groups; g++) {
                    for (int channel = 0; channel < 3; channel++) {
                        double expected = channel < 2 ? input[g * 2 + channel] : 0;
                        assertThat(output[g * 3 + channel]).isEqualTo(expected);
                    }
                }
            }
        }
    }

    /** One output position of a grouped convolution whose input is {@code input} where the kernel has its centre, else 7. */
    private static double[] centreOfConvolution(
            float[] w, TensorShape shape, Layout layout, double[] input, int out, int groups, int[] kernel) {
        int inPerGroup = input.length / groups;
        int outPerGroup = out / groups;
        double[] output = new double[out];
        int positions = 1;
        for (int size : kernel) {
            positions *= size;
        }
        for (int o = 0; o < out; o++) {
            int group = o / outPerGroup;
            for (int i = 0; i < inPerGroup; i++) {
                int channel = group * inPerGroup + i;
                for (int p = 0; p < positions; p++) {
                    int[] at = position(p, kernel);
                    boolean centre = true;
                    for (int axis = 0; axis < kernel.length; axis++) {
                        centre &= at[axis] == kernel[axis] / 2;
                    }
                    int index = layout == Layout.IN_OUT_SPATIAL
                            ? index(layout, shape, o % outPerGroup, channel, at)
                            : index(layout, shape, o, i, at);
                    output[o] += w[index] * (centre ? input[channel] : 7);
                }
            }
        }
        return output;
    }

    private static int[] position(int number, int[] kernel) {
        int[] at = new int[kernel.length];
        int rest = number;
        for (int axis = kernel.length - 1; axis >= 0; axis--) {
            at[axis] = rest % kernel[axis];
            rest /= kernel[axis];
        }
        return at;
    }

    private static TensorShape shape(Layout layout, int out, int in, int[] kernel) {
        return shape(layout, out, in, kernel, 1);
    }

    private static TensorShape shape(Layout layout, int out, int in, int[] kernel, int groups) {
        int k = kernel.length;
        long[] dims = new long[k + 2];
        int spatial = layout == Layout.SPATIAL_IN_OUT ? 0 : 2;
        for (int axis = 0; axis < k; axis++) {
            dims[spatial + axis] = kernel[axis];
        }
        switch (layout) {
            case OUT_IN_SPATIAL -> {
                dims[0] = out;
                dims[1] = in / groups;
            }
            case SPATIAL_IN_OUT -> {
                dims[k] = in / groups;
                dims[k + 1] = out;
            }
            case IN_OUT_SPATIAL -> {
                dims[0] = in;
                dims[1] = out / groups;
            }
        }
        return TensorShape.of(dims);
    }

    private static int index(Layout layout, TensorShape shape, int out, int in, int[] at) {
        int k = at.length;
        int[] place = new int[k + 2];
        System.arraycopy(at, 0, place, layout == Layout.SPATIAL_IN_OUT ? 0 : 2, k);
        place[layout.outAxis(k + 2)] = out;
        place[layout.inAxis(k + 2)] = in;
        long index = 0;
        for (int axis = 0; axis < k + 2; axis++) {
            index = index * shape.size(axis) + place[axis];
        }
        return (int) index;
    }

    @ParameterizedTest
    @CsvSource({"10, 4, 0.25", "7, 30, 0.1", "100, 50, 0.9", "5, 3, 0", "5, 3, 1", "1, 10, 0.5", "3, 2, 0.33333334"})
    void sparseHasExactlySoManyZerosInEachColumn(int rows, int columns, double sparsity) {
        float[] w = draw(Initializers.sparse(sparsity, 0.5), TensorShape.of(rows, columns), 2);
        for (int column = 0; column < columns; column++) {
            int zeros = 0;
            for (int row = 0; row < rows; row++) {
                zeros += w[row * columns + column] == 0 ? 1 : 0;
            }
            assertThat(zeros).isEqualTo((int) Math.ceil(sparsity * rows));
        }
    }

    /** Each of 20 rows is zero in a quarter of 20000 columns; 400 off 5000, 6.5 standard deviations, has probability 1e-9. */
    @Test
    void sparseChoosesItsZerosUniformly() {
        int columns = 20_000;
        float[] w = draw(Initializers.sparse(0.25), TensorShape.of(20, columns), 6);
        for (int row = 0; row < 20; row++) {
            int zeros = 0;
            for (int column = 0; column < columns; column++) {
                zeros += w[row * columns + column] == 0 ? 1 : 0;
            }
            assertThat(zeros).isBetween(4600, 5400);
        }
    }

    @Test
    void eyeHasOnesOnTheDiagonal() {
        assertThat(draw(Initializers.eye(), TensorShape.of(2, 3), 0)).containsExactly(1, 0, 0, 0, 1, 0);
        assertThat(draw(Initializers.eye(), TensorShape.of(3, 2), 0)).containsExactly(1, 0, 0, 1, 0, 0);
        assertThat(draw(Initializers.eye(), TensorShape.of(0, 2), 0)).isEmpty();
        assertThat(draw(Initializers.dirac(), TensorShape.of(4, 4, 1, 0), 0)).isEmpty();
    }
}
