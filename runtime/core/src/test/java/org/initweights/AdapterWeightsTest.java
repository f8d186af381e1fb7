package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.initweights.testing.MadeTensor.made;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.initweights.testing.BaseFile;
import org.initweights.testing.Normals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adapters and residuals of a stored matrix, against decompositions that are computed here. */
class AdapterWeightsTest {

    @TempDir
    Path folder;

    private BaseWeights base;

    private final double[] matrix = Normals.of(1, 7 * 5);

    @BeforeEach
    void write() throws IOException {
        base = Initializers.from(
                new BaseFile().doubles("matrix", matrix, 7, 5).write(folder.resolve("base.safetensors")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void piSsaIsTheTruncatedDecomposition(int rank) {
        AdapterWeights split = base.pissa("matrix", rank, 2.5);
        double[] a = made(split.a(), rank, 5);
        double[] b = made(split.b(), 7, rank);
        double[] residual = made(split.residual(), 7, 5);
        assertThat(sum(residual, a, b, rank, 2.5)).containsExactly(matrix, offset(1e-12));
        // Rows of A are orthogonal, columns of B too, and both have the length √(S / scaling), where S² are eigenvalues
        // of WᵀW.
        double[] squares = eigenvaluesOfGram();
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < rank; j++) {
                double productA = 0;
                double productB = 0;
                for (int k = 0; k < 5; k++) {
                    productA += a[i * 5 + k] * a[j * 5 + k];
                }
                for (int k = 0; k < 7; k++) {
                    productB += b[k * rank + i] * b[k * rank + j];
                }
                double expected = i == j ? Math.sqrt(squares[i]) / 2.5 : 0;
                assertThat(productA).isCloseTo(expected, offset(1e-10));
                assertThat(productB).isCloseTo(expected, offset(1e-10));
            }
        }
        // What is left has the other singular values: the best that a product of this rank can leave.
        double left = Arrays.stream(residual).map(value -> value * value).sum();
        double least = Arrays.stream(squares, rank, 5).sum();
        assertThat(left).isCloseTo(least, offset(1e-10));
    }

    /** By the power method with deflation, from the largest on. */
    private double[] eigenvaluesOfGram() {
        double[][] gram = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                for (int row = 0; row < 7; row++) {
                    gram[i][j] += matrix[row * 5 + i] * matrix[row * 5 + j];
                }
            }
        }
        double[] values = new double[5];
        for (int k = 0; k < 5; k++) {
            double[] vector = Normals.of(k + 10, 5);
            for (int step = 0; step < 20_000; step++) {
                double[] next = new double[5];
                double norm = 0;
                for (int i = 0; i < 5; i++) {
                    for (int j = 0; j < 5; j++) {
                        next[i] += gram[i][j] * vector[j];
                    }
                    norm += next[i] * next[i];
                }
                values[k] = Math.sqrt(norm);
                for (int i = 0; i < 5; i++) {
                    vector[i] = next[i] / values[k];
                }
            }
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    gram[i][j] -= values[k] * vector[i] * vector[j];
                }
            }
        }
        return values;
    }

    private static double[] sum(double[] residual, double[] a, double[] b, int rank, double scaling) {
        double[] sum = residual.clone();
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 5; column++) {
                for (int i = 0; i < rank; i++) {
                    sum[row * 5 + column] += scaling * b[row * rank + i] * a[i * 5 + column];
                }
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void oLoraIsTheQrDecomposition(int rank) {
        AdapterWeights split = base.olora("matrix", rank, 0.5);
        double[] r = made(split.a(), rank, 5);
        double[] q = made(split.b(), 7, rank);
        assertThat(sum(made(split.residual(), 7, 5), r, q, rank, 0.5)).containsExactly(matrix, offset(1e-12));
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < rank; j++) {
                double product = 0;
                for (int k = 0; k < 7; k++) {
                    product += q[k * rank + i] * q[k * rank + j];
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, offset(1e-12));
            }
            for (int column = 0; column < i; column++) {
                assertThat(r[i * 5 + column]).as("below the diagonal").isCloseTo(0, offset(1e-12));
            }
            assertThat(r[i * 5 + i]).isPositive();
        }
        // The first columns of QR are those of the matrix.
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < rank; column++) {
                double product = 0;
                for (int i = 0; i < rank; i++) {
                    product += q[row * rank + i] * r[i * 5 + column];
                }
                assertThat(product).isCloseTo(matrix[row * 5 + column], offset(1e-12));
            }
        }
    }
}
