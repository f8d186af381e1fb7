package org.initweights.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class ColumnMajorMatrixTest {

    private static ByteBuffer numbered(int elements) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(elements * Float.BYTES).order(ByteOrder.nativeOrder());
        for (int i = 0; i < elements; i++) {
            bytes.putFloat(i * Float.BYTES, i + 1);
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 40", "40, 1", "63, 65", "64, 128", "65, 63", "200, 7", "129, 257"})
    void takesTheElementsInRowMajorOrder(int rows, int columns) {
        INDArray flat = Nd4j.create(DataType.FLOAT, (long) rows * columns + 20);
        INDArray matrix =
                flat.get(NDArrayIndex.interval(9, 9 + (long) rows * columns)).reshape('f', rows, columns);

        ColumnMajorMatrix.of(matrix).write(numbered(rows * columns));

        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                assertThat(matrix.getFloat(i, j)).isEqualTo(i * columns + j + 1);
            }
        }
        assertThat(flat.getFloat(8)).isZero();
        assertThat(flat.getFloat(9L + (long) rows * columns)).isZero();
    }

    @Test
    void leavesWhatLiesBetweenTheColumnsAsItIs() {
        INDArray parent = Nd4j.create(DataType.FLOAT, new long[] {90, 80}, 'f');
        INDArray part = parent.get(NDArrayIndex.interval(3, 83), NDArrayIndex.interval(2, 72));
        assertThat(ColumnMajorMatrix.is(part)).isTrue();

        ColumnMajorMatrix.of(part).write(numbered(80 * 70));

        for (int i = 0; i < 90; i++) {
            for (int j = 0; j < 80; j++) {
                boolean inside = i >= 3 && i < 83 && j >= 2 && j < 72;
                assertThat(parent.getFloat(i, j)).isEqualTo(inside ? (i - 3) * 70 + j - 2 + 1 : 0f);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2048, 3", "2100, 65", "4096, 64", "2049, 1100"})
    void takesBandsOfRowsInAnyOrder(int rows, int columns) {
        INDArray array = Nd4j.create(DataType.FLOAT, new long[] {rows, columns}, 'f');
        ColumnMajorMatrix matrix = ColumnMajorMatrix.of(array);
        // A narrow matrix has no bands of its own, but takes those that it is given.
        int band = matrix.bandLength() > 0 ? matrix.bandLength() : 130 * columns;
        int elements = rows * columns;

        for (int from = (elements - 1) / band * band; from >= 0; from -= band) {
            int count = Math.min(band, elements - from);
            float[] values = new float[band];
            for (int i = 0; i < count; i++) {
                values[i] = from + i + 1;
            }
            assertThat(matrix.isBand(from, count)).isTrue();
            matrix.writeBand(from, values, count);
        }

        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                assertThat(array.getFloat(i, j)).isEqualTo(i * columns + j + 1);
            }
        }
    }

    @Test
    void hasBandsOfWholeRowsIfItHasManyRows() {
        assertThat(bandLength(5_000, 5_000)).isEqualTo(128 * 5_000);
        assertThat(bandLength(20_000, 64)).isZero();
        assertThat(bandLength(2_048, 64)).isZero();
        assertThat(bandLength(40_000, 64)).isEqualTo(2_048 * 64);
        assertThat(bandLength(100, 100_000)).isZero();
    }

    private static int bandLength(long rows, long columns) {
        return ColumnMajorMatrix.of(Nd4j.create(DataType.FLOAT, new long[] {rows, columns}, 'f'))
                .bandLength();
    }

    @Test
    void isNoMatrixOfAnotherOrderTypeOrRank() {
        assertThat(ColumnMajorMatrix.is(Nd4j.create(DataType.FLOAT, new long[] {6, 5}, 'c')))
                .isFalse();
        assertThat(ColumnMajorMatrix.is(Nd4j.create(DataType.DOUBLE, new long[] {6, 5}, 'f')))
                .isFalse();
        assertThat(ColumnMajorMatrix.is(Nd4j.create(DataType.FLOAT, new long[] {6, 5, 4}, 'f')))
                .isFalse();
        assertThat(ColumnMajorMatrix.is(
                        Nd4j.create(DataType.FLOAT, new long[] {6, 5}, 'f').transpose()))
                .isFalse();
    }
}
