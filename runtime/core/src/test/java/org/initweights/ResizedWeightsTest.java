package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.initweights.testing.MadeTensor.made;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.initweights.testing.BaseFile;
import org.initweights.testing.Normals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows and elements that a larger vocabulary needs, against means and covariances that are computed here. */
class ResizedWeightsTest {

    @TempDir
    Path folder;

    private BaseWeights base;

    private final double[] matrix = Normals.of(1, 7 * 5);

    @BeforeEach
    void write() throws IOException {
        base = Initializers.from(
                new BaseFile().doubles("matrix", matrix, 7, 5).write(folder.resolve("base.safetensors")));
    }

    /** New rows differ, whatever draws them, and are near the mean of the old ones. */
    @ParameterizedTest
    @MethodSource("org.initweights.EverySource#suppliers")
    void newRowsAreDrawnFromEverySource(Supplier<RandomSource> source) {
        double[] resized = Weights.of(w -> w.tensor("w", DType.F64, base.resized("matrix"), 10, 5))
                .initialize(source.get())
                .doubles("w");
        double[] mean = mean(matrix, 0, 7);
        for (int i = 35; i < 50; i++) {
            assertThat(resized[i]).isCloseTo(mean[i % 5], offset(1e-3)).isNotEqualTo(mean[i % 5]);
        }
        assertThat(Arrays.copyOfRange(resized, 35, 40)).isNotEqualTo(Arrays.copyOfRange(resized, 40, 45));
    }

    @Test
    void rowsThatThereAreNoneOfAreLeftOut() {
        assertThat(made(base.resized("matrix"), 3, 5)).isEqualTo(Arrays.copyOf(matrix, 15));
        assertThat(made(base.resized("matrix"), 7, 5)).isEqualTo(matrix);
        assertThat(made(base.resized("matrix"), 0, 5)).isEmpty();
    }

    /** 7 rows of 8 elements vary in no more than 6 directions, so there is no distribution to draw from. */
    @Test
    void newRowsAreTheMeanIfTheCovarianceIsSingular() throws IOException {
        double[] wide = Normals.of(4, 7 * 8);
        BaseWeights few =
                Initializers.from(new BaseFile().doubles("e", wide, 7, 8).write(folder.resolve("few.safetensors")));
        double[] resized = made(few.resized("e"), 9, 8);
        assertThat(Arrays.copyOf(resized, 56)).isEqualTo(wide);
        for (int column = 0; column < 8; column++) {
            double sum = 0;
            for (int row = 0; row < 7; row++) {
                sum += wide[row * 8 + column];
            }
            assertThat(resized[56 + column]).isCloseTo(sum / 7, offset(1e-15));
            assertThat(resized[64 + column]).isEqualTo(resized[56 + column]);
        }
    }

    /** Also if there are more rows than columns: here two columns are equal. */
    @Test
    void newRowsAreTheMeanIfColumnsDependOnEachOther() throws IOException {
        double[] rows = Normals.of(4, 3 * 50);
        for (int row = 0; row < 50; row++) {
            rows[row * 3 + 2] = rows[row * 3];
        }
        BaseWeights equal =
                Initializers.from(new BaseFile().doubles("e", rows, 50, 3).write(folder.resolve("equal.safetensors")));
        double[] resized = made(equal.resized("e"), 52, 3);
        assertThat(Arrays.copyOfRange(resized, 150, 153)).isEqualTo(Arrays.copyOfRange(resized, 153, 156));
    }

    /** One element has no standard deviation, and equal ones have none but 0. */
    @Test
    void newElementsOfABiasAreTheMeanIfTheOldOnesDoNotVary() throws IOException {
        BaseWeights equal = Initializers.from(new BaseFile()
                .doubles("one", new double[] {3}, 1)
                .doubles("equal", new double[] {0.5, 0.5, 0.5}, 3)
                .write(folder.resolve("equal.safetensors")));
        assertThat(made(equal.resized("one"), 3)).containsExactly(3, 3, 3);
        assertThat(made(equal.resized("equal"), 5)).containsOnly(0.5).hasSize(5);
        assertThat(made(equal.resized("equal"), 2)).containsExactly(0.5, 0.5);
        assertThat(made(equal.resized("equal"), 0)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.initweights.EverySource#suppliers")
    void newElementsOfABiasAreDrawnFromEverySource(Supplier<RandomSource> source) throws IOException {
        double[] old = Normals.of(12, 50);
        BaseWeights bias =
                Initializers.from(new BaseFile().doubles("bias", old, 50).write(folder.resolve("bias.safetensors")));
        double[] resized = Weights.of(w -> w.tensor("w", DType.F64, bias.resized("bias"), 80))
                .initialize(source.get())
                .doubles("w");
        double mean = Arrays.stream(old).average().orElseThrow();
        assertThat(Arrays.copyOf(resized, 50)).isEqualTo(old);
        assertThat(Arrays.stream(resized, 50, 80).distinct().count()).isEqualTo(30);
        for (int i = 50; i < 80; i++) {
            assertThat(resized[i]).isCloseTo(mean, offset(1e-8));
        }
    }

    @Test
    void newRowsHaveTheMeanAndTheScaledCovarianceOfTheOldOnes() {
        int rows = 100_000;
        double[] resized = made(base.resized("matrix"), 7 + rows, 5);
        double[] mean = mean(matrix, 0, 7);
        double[][] covariance = covariance(matrix, 0, 7);
        double[] newMean = mean(resized, 7, rows);
        double[][] newCovariance = covariance(resized, 7, rows);
        for (int i = 0; i < 5; i++) {
            double error = Math.sqrt(1e-9 * covariance[i][i] / rows);
            assertThat(newMean[i]).isCloseTo(mean[i], offset(6 * error));
            for (int j = 0; j < 5; j++) {
                // The variance of a product of two normals with variances a, b and covariance c is ab + c².
                double spread =
                        Math.sqrt((covariance[i][i] * covariance[j][j] + covariance[i][j] * covariance[i][j]) / rows);
                assertThat(newCovariance[i][j] / 1e-9).isCloseTo(covariance[i][j], offset(6 * spread));
            }
        }
    }

    private static double[] mean(double[] values, int from, int rows) {
        double[] mean = new double[5];
        for (int row = from; row < from + rows; row++) {
            for (int i = 0; i < 5; i++) {
                mean[i] += values[row * 5 + i] / rows;
            }
        }
        return mean;
    }

    private static double[][] covariance(double[] values, int from, int rows) {
        double[] mean = mean(values, from, rows);
        double[][] covariance = new double[5][5];
        for (int row = from; row < from + rows; row++) {
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    covariance[i][j] += (values[row * 5 + i] - mean[i]) * (values[row * 5 + j] - mean[j]) / rows;
                }
            }
        }
        return covariance;
    }
}
