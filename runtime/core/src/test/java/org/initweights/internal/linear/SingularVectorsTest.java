package org.initweights.internal.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.initweights.internal.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against matrices that are made of known singular values and orthonormal vectors, by Gram and Schmidt in this test. */
class SingularVectorsTest {

    private static double[][] orthonormal(int count, int length, Random random) {
        double[][] vectors = new double[count][length];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < length; j++) {
                vectors[i][j] = random.nextGaussian();
            }
            for (int pass = 0; pass < 3; pass++) {
                for (int k = 0; k < i; k++) {
                    double product = dot(vectors[i], vectors[k]);
                    for (int j = 0; j < length; j++) {
                        vectors[i][j] -= product * vectors[k][j];
                    }
                }
                double norm = Math.sqrt(dot(vectors[i], vectors[i]));
                for (int j = 0; j < length; j++) {
                    vectors[i][j] /= norm;
                }
            }
        }
        return vectors;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[][] product(double[] values, double[][] left, double[][] right) {
        double[][] matrix = new double[left[0].length][right[0].length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                for (int k = 0; k < values.length; k++) {
                    matrix[i][j] += values[k] * left[k][i] * right[k][j];
                }
            }
        }
        return matrix;
    }

    private static void assertDecomposes(double[] values, int rows, int columns, int count) {
        Random random = new Random(7);
        double[][] left = orthonormal(values.length, rows, random);
        double[][] right = orthonormal(values.length, columns, random);
        double[] falling =
                DoubleStream.of(values).map(v -> -v).sorted().map(v -> -v).toArray();

        SingularVectors found = SingularVectors.largest(product(values, left, right), count, Workers.CALLER);

        assertThat(found.values()).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(found.values()[i]).as("value %d", i).isCloseTo(falling[i], offset(1e-12 * falling[0]));
        }
        double[][] sum = product(found.values(), found.left(), found.right());
        int[] largest = java.util.stream.IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[b], values[a]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] truncated = product(
                Arrays.stream(largest).mapToDouble(i -> values[i]).toArray(),
                Arrays.stream(largest).mapToObj(i -> left[i]).toArray(double[][]::new),
                Arrays.stream(largest).mapToObj(i -> right[i]).toArray(double[][]::new));
        for (int i = 0; i < rows; i++) {
            assertThat(sum[i]).containsExactly(truncated[i], offset(1e-9 * falling[0]));
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                double expected = i == j ? 1 : 0;
                assertThat(dot(found.left()[i], found.left()[j])).isCloseTo(expected, offset(1e-11));
                assertThat(dot(found.right()[i], found.right()[j])).isCloseTo(expected, offset(1e-11));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"9, 5, 3", "5, 9, 3", "6, 6, 6", "1, 4, 1", "40, 200, 8", "300, 250, 16", "60, 60, 1"})
    void areThoseThatTheMatrixWasMadeOf(int rows, int columns, int count) {
        double[] values = new double[Math.min(rows, columns)];
        Arrays.setAll(values, i -> 3 * Math.pow(0.9, i) + 0.01);
        assertDecomposes(values, rows, columns, count);
    }

    @Test
    void areAllFoundIfTheyAreEqual() {
        double[] values = new double[200];
        Arrays.setAll(values, i -> i < 6 ? 5 : 1.0 / (i + 1));
        assertDecomposes(values, 210, 200, 6);
    }

    @Test
    void areExactWhereTheyAreSmall() {
        assertDecomposes(new double[] {1e6, 1, 1e-3, 1e-6}, 30, 20, 4);
    }

    @Test
    void ofAFlatSpectrumAreFoundAsWell() {
        double[] values = new double[150];
        Arrays.setAll(values, i -> 1 - i * 1e-3);
        assertDecomposes(values, 150, 150, 4);
    }

    @Test
    void ofAnOrthogonalMatrixAreOne() {
        double[][] matrix = orthonormal(120, 120, new Random(3));
        SingularVectors found = SingularVectors.largest(matrix, 5, Workers.CALLER);
        assertThat(found.values()).containsExactly(new double[] {1, 1, 1, 1, 1}, offset(1e-12));
        for (int i = 0; i < 5; i++) {
            for (int row = 0; row < 120; row++) {
                assertThat(dot(matrix[row], found.right()[i])).isCloseTo(found.left()[i][row], offset(1e-12));
            }
        }
    }

    @Test
    void ofZerosAreZero() {
        SingularVectors found = SingularVectors.largest(new double[7][4], 2, Workers.CALLER);
        assertThat(found.values()).containsExactly(0, 0);
    }

    @Test
    void doNotDependOnTheWorkers() {
        double[] values = new double[220];
        Arrays.setAll(values, i -> 1.0 / (i + 1));
        Random random = new Random(7);
        double[][] matrix = product(values, orthonormal(220, 230, random), orthonormal(220, 220, random));
        SingularVectors one = SingularVectors.largest(matrix, 9, Workers.CALLER);
        SingularVectors many = SingularVectors.largest(matrix, 9, Workers.COMMON_POOL);
        assertThat(many.values()).isEqualTo(one.values());
        assertThat(many.left()).isDeepEqualTo(one.left());
        assertThat(many.right()).isDeepEqualTo(one.right());
    }

    @Test
    void refusesWhatIsNotFinite() {
        assertThatThrownBy(() -> SingularVectors.largest(new double[][] {{1, Double.NaN}}, 1, Workers.CALLER))
                .isInstanceOf(ArithmeticException.class);
    }
}
