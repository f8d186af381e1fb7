package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Layout;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.internal.fill.DiracFill;
import org.initweights.internal.fill.EyeFill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ZerO against the product of matrices in the authors' program: partial identity, Hadamard matrix by Kronecker products, partial identity. */
class ZerORuleTest {

    /** [H, H; H, -H], as often as there are rows enough. */
    private static double[][] hadamard(int rows) {
        double[][] h = {{1}};
        while (h.length < rows) {
            int n = h.length;
            double[][] next = new double[2 * n][2 * n];
            for (int i = 0; i < 2 * n; i++) {
                for (int j = 0; j < 2 * n; j++) {
                    next[i][j] = (i >= n && j >= n ? -1 : 1) * h[i % n][j % n];
                }
            }
            h = next;
        }
        return h;
    }

    private static double expected(int out, int in, int i, int j) {
        if (out <= in) {
            return i == j ? 1 : 0;
        }
        double[][] h = hadamard(out);
        return h[i][j] * Math.pow(h.length, -0.5);
    }

    private static Parameter drawn(TensorShape shape) {
        return Weights.of(b -> b.tensor("w", shape, DType.F64, Initializers.zerO()))
                .initialize(1)
                .get("w");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "5, 1", "2, 1", "4, 3", "5, 5", "5, 4", "3, 7", "64, 63", "65, 64", "33, 2", "100, 30"})
    void matricesAreThoseOfTheProgram(int out, int in) {
        Parameter parameter = drawn(TensorShape.of(out, in));
        for (int i = 0; i < out; i++) {
            for (int j = 0; j < in; j++) {
                assertThat(parameter.get((long) i * in + j))
                        .as(out + " × " + in + " at " + i + ", " + j)
                        .isCloseTo(expected(out, in, i, j), offset(1e-16));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"6, 3, 3, 3, 1", "3, 6, 3, 3, 1", "5, 2, 4, 1, 1", "6, 1, 3, 3, 1", "12, 3, 3, 3, 2", "12, 1, 2, 5, 4"})
    void convolutionsHaveTheMatrixOfEachGroupAtTheirCentre(int out, int in, int height, int width, int groups) {
        TensorShape shape = TensorShape.of(out, in, height, width).withGroups(groups);
        Parameter parameter = drawn(shape);
        int perGroup = out / groups;
        for (long index = 0; index < shape.elements(); index++) {
            int x = (int) (index % width);
            int y = (int) (index / width % height);
            int j = (int) (index / width / height % in);
            int i = (int) (index / width / height / in);
            double centre = x == width / 2 && y == height / 2 ? expected(perGroup, in, i % perGroup, j) : 0;
            assertThat(parameter.get(index)).as("element %s", index).isCloseTo(centre, offset(1e-16));
        }
    }

    /** The same numbers, wherever a framework has the axes. */
    @ParameterizedTest
    @CsvSource({"6, 3, 3", "3, 6, 3", "9, 2, 4"})
    void otherLayoutsAreTransposed(int out, int in, int size) {
        Parameter torch = drawn(TensorShape.of(out, in, size));
        Parameter keras = drawn(TensorShape.of(size, in, out).withLayout(Layout.SPATIAL_IN_OUT));
        Parameter transposed = drawn(TensorShape.of(in, out, size).withLayout(Layout.IN_OUT_SPATIAL));
        for (int i = 0; i < out; i++) {
            for (int j = 0; j < in; j++) {
                for (int x = 0; x < size; x++) {
                    double value = torch.get(((long) i * in + j) * size + x);
                    assertThat(keras.get(((long) x * in + j) * out + i)).isEqualTo(value);
                    assertThat(transposed.get(((long) j * out + i) * size + x)).isEqualTo(value);
                }
            }
        }
    }

    @Test
    void packedAndStackedWeightsHaveAMatrixEach() {
        Parameter packed = drawn(TensorShape.of(15, 3).withPacked(3));
        Parameter stacked = drawn(TensorShape.of(3, 5, 3).withStacked(1));
        List<Double> one = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            one.add(expected(5, 3, i / 3, i % 3));
        }
        for (int i = 0; i < 45; i++) {
            assertThat(packed.get(i)).isCloseTo(one.get(i % 15), offset(1e-16));
            assertThat(stacked.get(i)).isEqualTo(packed.get(i));
        }
    }

    @Test
    void anIdentityIsTheSameFillAsThoseOfTorch() {
        assertThat(Initializers.zerO().resolve(TensorShape.of(4, 9))).isEqualTo(new EyeFill(4, 9));
        TensorShape conv = TensorShape.of(4, 4, 3, 3);
        assertThat(Initializers.zerO().resolve(conv)).isEqualTo(new DiracFill(conv, 1));
    }

    /** The columns of a layer that widens are orthogonal, and of length 1 if its width is a power of two. */
    @Test
    void theSignalKeepsItsLength() {
        Parameter up = drawn(TensorShape.of(256, 60));
        for (int a = 0; a < 60; a++) {
            for (int b = 0; b <= a; b++) {
                double product = 0;
                for (int i = 0; i < 256; i++) {
                    product += up.get(i * 60L + a) * up.get(i * 60L + b);
                }
                assertThat(product).isCloseTo(a == b ? 1 : 0, offset(1e-13));
            }
        }
    }
}
