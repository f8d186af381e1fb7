package org.initweights.internal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ResizedFill;
import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.internal.work.Workers;
import org.initweights.testing.BaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mean and covariance of stored rows, against the textbook's sums. */
class RowMomentsTest {

    private static final double SCALE = 0.25;

    @TempDir
    private Path folder;

    private ResizedFill stored(double[] elements, int rows, int columns) throws IOException {
        Path file = new BaseFile().doubles("w", elements, rows, columns).write(folder.resolve("w.safetensors"));
        return new ResizedFill(file, "w", TensorShape.of(rows, columns), rows + 1);
    }

    /** Unit vectors as normals give the rows of a factor R one by one. RᵀR is the covariance, and Cholesky's R has a positive diagonal. */
    @ParameterizedTest
    @CsvSource({"2, 1", "3, 1", "3, 2", "4, 3", "7, 3", "60, 16", "61, 17", "90, 40"})
    void theFactorIsThatOfTheCovariance(int rows, int columns) throws IOException {
        double[] elements =
                new Random(rows + columns).doubles((long) rows * columns, -1, 3).toArray();
        double[] mean = new double[columns];
        for (int i = 0; i < elements.length; i++) {
            mean[i % columns] += elements[i] / rows;
        }
        ResizedFill fill = stored(elements, rows, columns);
        double[][] product = new double[columns][columns];
        try (SourceTensor source = SourceTensor.open(fill)) {
            RowMoments moments = RowMoments.of(fill, source);
            assertThat(moments.addCovariance(SCALE, Workers.CALLER)).isTrue();
            for (int unit = 0; unit < columns; unit++) {
                double[] normals = new double[columns];
                normals[unit] = 1;
                double[] row = moments.row(new DoubleArrayStorage(normals));
                assertThat(row[unit]).isGreaterThan(mean[unit]);
                for (int i = 0; i < columns; i++) {
                    for (int j = 0; j < columns; j++) {
                        product[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]);
                    }
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < columns; j++) {
                double covariance = 0;
                for (int row = 0; row < rows; row++) {
                    covariance += (elements[row * columns + i] - mean[i]) * (elements[row * columns + j] - mean[j]);
                }
                assertThat(product[i][j]).isCloseTo(SCALE * covariance / rows, within(1e-13));
            }
        }
    }

    /** Four rows of these are in memory at a time, and there are six. Their elements and the sums of these are exact. */
    @Test
    void theMeanIsThatOfAllPiecesOfALargeMatrix() throws IOException {
        int columns = 300_000;
        double[] elements = new double[6 * columns];
        Arrays.setAll(elements, i -> (i * 31L + i / columns * 7L) % 1009);
        double[] expected = new double[columns];
        for (int i = 0; i < elements.length; i++) {
            expected[i % columns] += elements[i];
        }
        ResizedFill fill = stored(elements, 6, columns);
        double[] mean = new double[columns];
        try (SourceTensor source = SourceTensor.open(fill)) {
            RowMoments.of(fill, source).repeatMean(columns, mean);
        }
        assertThat(mean)
                .containsExactly(Arrays.stream(expected).map(sum -> sum / 6).toArray());
    }
}
