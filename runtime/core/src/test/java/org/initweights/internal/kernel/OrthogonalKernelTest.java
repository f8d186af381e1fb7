package org.initweights.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.initweights.Fill;
import org.initweights.Initializers;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.draw.seeded.SeededSource;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.tensor.DoubleArrayStorage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Q of the normals that a source draws, row by row: QᵀA is upper triangular, with a positive diagonal. */
class OrthogonalKernelTest {

    private static double[] drawn(Fill fill, int elements) {
        double[] values = new double[elements];
        FillKernel.write(fill, new DoubleArrayStorage(values), new SeededSource(3).sampler("w"));
        return values;
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "7, 4", "1, 1", "5, 1"})
    void columnsAreThoseOfTheFactorOfWhatIsDrawn(int rows, int columns) {
        double[] q = drawn(Initializers.orthogonal().resolve(TensorShape.of(rows, columns)), rows * columns);
        double[] a = drawn(new NormalFill(0, 1), rows * columns);

        assertFactor(q, a, rows, columns);
    }

    /** A kernel of [1, in, out], whose matrix has a row for each channel that comes in. */
    @ParameterizedTest
    @CsvSource({"5, 5", "2, 2"})
    void soAreThoseAtTheCentreOfAKernel(int in, int out) {
        TensorShape shape = TensorShape.of(1, in, out).withLayout(Layout.SPATIAL_IN_OUT);
        double[] q = drawn(Initializers.deltaOrthogonal().resolve(shape), in * out);
        double[] a = drawn(new NormalFill(0, 1), in * out);

        assertFactor(q, a, in, out);
    }

    private static void assertFactor(double[] q, double[] a, int rows, int columns) {
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                double product = 0;
                for (int row = 0; row < rows; row++) {
                    product += q[row * columns + i] * a[row * columns + j];
                }
                if (i == j) {
                    assertThat(product).isPositive();
                } else {
                    assertThat(product).isEqualTo(0, within(1e-12));
                }
            }
        }
    }
}
