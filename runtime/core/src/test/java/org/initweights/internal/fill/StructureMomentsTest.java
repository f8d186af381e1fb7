package org.initweights.internal.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.internal.fill.Elements.assertAreDescribedBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.initweights.Fill;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fills that give a tensor a structure say of its elements, with the elements one by one. */
class StructureMomentsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -2.5})
    void ofAConstant(double value) {
        assertAreDescribedBy(new ConstantFill(value), value, value, value);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "2, 5", "5, 2", "1, 7"})
    void ofAnIdentity(int rows, int columns) {
        double[] elements = new double[rows * columns];
        for (int i = 0; i < rows && i < columns; i++) {
            elements[i * columns + i] = 1;
        }
        assertAreDescribedBy(new EyeFill(rows, columns), elements);
    }

    /** As {@code torch.nn.init.dirac_} writes it: {@code tensor[g · out / groups + d, d, k / 2] = 1}. */
    @ParameterizedTest
    @CsvSource({"4, 4, 3, 1", "2, 6, 3, 1", "6, 2, 1, 1", "8, 2, 5, 4", "6, 3, 3, 2", "4, 6, 3, 2"})
    void ofADiracConvolution(int out, int in, int kernel, int groups) {
        double[] elements = new double[out * in * kernel];
        for (int group = 0; group < groups; group++) {
            for (int d = 0; d < Math.min(out / groups, in); d++) {
                elements[((group * out / groups + d) * in + d) * kernel + kernel / 2] = 1;
            }
        }
        assertAreDescribedBy(new DiracFill(TensorShape.of(out, in, kernel), groups), elements);
    }

    @Test
    void ofATransposedDiracConvolution() {
        TensorShape shape = TensorShape.of(6, 2, 3).withLayout(Layout.IN_OUT_SPATIAL);
        double[] elements = new double[36];
        Arrays.fill(elements, 0, 4, 1);
        assertThat(new DiracFill(shape, 2).channelsPerGroup()).isEqualTo(2);
        assertAreDescribedBy(new DiracFill(shape, 2), elements);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9})
    void ofALogRange(int size) {
        assertAreDescribedBy(
                new LogRangeFill(size),
                IntStream.rangeClosed(1, size).mapToDouble(Math::log).toArray());
    }

    /** HiPPO-LegS as its authors have it, with the sign of S4. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 17})
    void ofHippoLegs(int size) {
        double[] elements = new double[size * size];
        for (int n = 0; n < size; n++) {
            for (int k = 0; k <= n; k++) {
                elements[n * size + k] = n == k ? -(n + 1) : -Math.sqrt(2 * n + 1) * Math.sqrt(2 * k + 1);
                assertThat(HippoLegsFill.element(n, k)).isCloseTo(elements[n * size + k], within());
            }
        }
        assertThat(HippoLegsFill.element(0, 1)).isZero();
        assertAreDescribedBy(new HippoLegsFill(size), elements);
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-12);
    }

    /** Bilinear weights as the authors of fully convolutional networks compute them, in {@code surgery.py}. */
    @ParameterizedTest
    @CsvSource({"2, 2, 4, 4, 1", "1, 1, 4, 4, 1", "3, 3, 3, 5, 1", "4, 1, 2, 4, 4", "2, 5, 1, 1, 1", "1, 1, 3, 3, 1"})
    void ofABilinearUpsampling(int out, int in, int height, int width, int groups) {
        double[] elements = new double[out * in * height * width];
        int passed = groups * Math.min(out / groups, in);
        for (int kernel = 0; kernel < passed; kernel++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    elements[(kernel * height + y) * width + x] = triangle(height, y) * triangle(width, x);
                }
            }
        }
        TensorShape shape = TensorShape.of(out, in, height, width).withGroups(groups);
        assertAreDescribedBy(new BilinearFill(shape), elements);
        assertThat(new BilinearFill(shape).vertical().weights().toArray())
                .containsExactly(
                        IntStream.range(0, height)
                                .mapToDouble(y -> triangle(height, y))
                                .toArray(),
                        within());
        assertThat(new BilinearFill(shape).horizontal().weights().toArray())
                .containsExactly(
                        IntStream.range(0, width)
                                .mapToDouble(x -> triangle(width, x))
                                .toArray(),
                        within());
    }

    /** Against all weights of small kernels; and of one that a plan may name, over which nobody loops. */
    @Test
    void theEndsOfInterpolationAreKnownAtOnce() {
        for (int size = 1; size < 60; size++) {
            Interpolation weights = new Interpolation(size);
            assertThat(weights.largest()).isEqualTo(weights.weights().max().orElseThrow());
            assertThat(weights.smallest()).isEqualTo(weights.weights().min().orElseThrow());
        }
        assertThat(new Interpolation(0).largest()).isZero();
        assertThat(new Interpolation(0).smallest()).isZero();
        assertThat(new BilinearFill(TensorShape.of(1, 1, (1L << 40) + 1, 1)).upper())
                .isEqualTo(1);
    }

    private static double triangle(int size, int position) {
        int factor = (size + 1) / 2;
        double centre = size % 2 == 1 ? factor - 1 : factor - 0.5;
        return 1 - Math.abs(position - centre) / factor;
    }

    @Test
    void theKernelIsWhereTheLayoutSays() {
        BilinearFill last = new BilinearFill(TensorShape.of(2, 2, 4, 6));
        assertThat(last.firstSpatialAxis()).isEqualTo(2);
        BilinearFill first = new BilinearFill(TensorShape.of(4, 6, 2, 2).withLayout(Layout.SPATIAL_IN_OUT));
        assertThat(first.firstSpatialAxis()).isZero();
        for (BilinearFill fill : new BilinearFill[] {last, first}) {
            assertThat(fill.vertical()).isEqualTo(new Interpolation(4));
            assertThat(fill.horizontal()).isEqualTo(new Interpolation(6));
            assertThat(fill.vertical().factor()).isEqualTo(2);
            assertThat(fill.horizontal().factor()).isEqualTo(3);
        }
    }

    /** The rest is the base, wherever the slices are. */
    @Test
    void ofSlices() {
        SlicedFill fill = sliced(new ConstantFill(2), 10, range(3, 5, -1), range(0, 2, 4), range(7, 7, 100));
        assertAreDescribedBy(fill, 4, 4, 2, -1, -1, 2, 2, 2, 2, 2);
        assertAreDescribedBy(sliced(new ConstantFill(9), 4, range(0, 1, 1), range(1, 4, 2)), 1, 2, 2, 2);
        assertAreDescribedBy(sliced(new ConstantFill(9), 3), 9, 9, 9);
        assertAreDescribedBy(sliced(new ConstantFill(9), 0), 9);
    }

    private static SlicedFill sliced(Fill base, long elements, SlicedFill.Range... ranges) {
        return new SlicedFill(base, Arrays.asList(ranges), elements);
    }

    private static SlicedFill.Range range(long from, long to, double value) {
        return new SlicedFill.Range(from, to, new ConstantFill(value));
    }

    /** The elements of each part, and of each row, are there several times, which changes none of these numbers. */
    @Test
    void ofPartsAndRepetitions() {
        double[] identity = {1, 0, 0, 0, 1, 0};
        assertAreDescribedBy(new PartsFill(new EyeFill(2, 3), 4, 6), identity);
        assertAreDescribedBy(new RepeatedFill(new EyeFill(2, 3), 2, 3, 5), identity);
    }
}
