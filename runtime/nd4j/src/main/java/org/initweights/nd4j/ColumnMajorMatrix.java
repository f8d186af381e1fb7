package org.initweights.nd4j;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A matrix of floats in the machine's memory whose columns lie one after another ('f' order), as the weights of Deeplearning4j's dense and
 * recurrent layers do.
 *
 * <p><b>Why not by ND4J.</b> {@code assign} takes twice as long. Here each cache line of either side is moved once, and a tile is turned in
 * arrays, where the compiler needs no check for each element.
 *
 * @param columns the matrix's memory from its first element on
 * @param stride the distance between the beginnings of two columns, in elements
 */
record ColumnMajorMatrix(FloatBuffer columns, int rowCount, int columnCount, int stride) {

    /** The sides of a tile, which with its copy fits into the first cache or nearly so. */
    private static final int TILE = 64;

    /** Whether an array is such a matrix, and one that a buffer of Java can reach. */
    static boolean is(INDArray array) {
        return array.rank() == 2
                && array.dataType() == DataType.FLOAT
                && array.stride(0) == 1
                && array.stride(1) >= array.size(0)
                && extent(array) * Float.BYTES <= Integer.MAX_VALUE;
    }

    /** From the first element to behind the last, with the gaps between columns. */
    private static long extent(INDArray array) {
        return (array.size(1) - 1) * array.stride(1) + array.size(0);
    }

    /** The matrix that an array is. */
    static ColumnMajorMatrix of(INDArray array) {
        FloatBuffer columns = new BytePointer(array.data().addressPointer())
                .capacity(extent(array) * Float.BYTES)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        return new ColumnMajorMatrix(columns, (int) array.size(0), (int) array.size(1), array.stride(1));
    }

    /** Writes all elements, which are given in row-major order; by all processors, as ND4J's own operations are. */
    void write(ByteBuffer rowMajor) {
        FloatBuffer rows = rowMajor.slice().order(ByteOrder.nativeOrder()).asFloatBuffer();
        IntStream.range(0, (columnCount + TILE - 1) / TILE)
                .parallel()
                .forEach(band -> writeColumns(rows, band * TILE, Math.min(columnCount, (band + 1) * TILE)));
    }

    private void writeColumns(FloatBuffer rows, int from, int to) {
        float[] tile = new float[TILE * TILE];
        float[] turned = new float[TILE * TILE];
        for (int top = 0; top < rowCount; top += TILE) {
            int height = Math.min(TILE, rowCount - top);
            for (int row = 0; row < height; row++) {
                rows.get((top + row) * columnCount + from, tile, row * TILE, to - from);
            }
            turn(tile, turned);
            for (int column = 0; column < to - from; column++) {
                columns.put((from + column) * stride + top, turned, column * TILE, height);
            }
        }
    }

    /** Always whole tiles: with bounds that are constants the loop has no checks. */
    private static void turn(float[] tile, float[] turned) {
        for (int column = 0; column < TILE; column++) {
            for (int row = 0; row < TILE; row++) {
                turned[column * TILE + row] = tile[row * TILE + column];
            }
        }
    }
}
