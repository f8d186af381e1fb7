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
 * an array, where the compiler needs no check for each element.
 *
 * @param columns the matrix's memory from its first element on
 * @param stride the distance between the beginnings of two columns, in elements
 */
record ColumnMajorMatrix(FloatBuffer columns, int rowCount, int columnCount, int stride) {

    /**
     * The rows of a tile. So many elements of a column are written at once, on one page of memory: each column is on a page of its own, and
     * with fewer rows the processor would look pages up for most of the time.
     */
    private static final int HEIGHT = 128;

    /** The columns of a tile, which fits into a core's first cache. */
    private static final int WIDTH = 64;

    /** A band has as many elements as stay in a core's second cache, if that is a row of tiles. */
    private static final int BAND_ELEMENTS = 1 << 17;

    /** With fewer bands than that, several threads share the columns of the whole better than the bands. */
    private static final int LEAST_BANDS = 16;

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

    /** How many elements a band of whole rows has, or 0 if the matrix has too few rows for bands. */
    int bandLength() {
        int rows = Math.max(1, BAND_ELEMENTS / columnCount / HEIGHT) * HEIGHT;
        boolean isWorthwhile = rowCount / rows >= LEAST_BANDS && (long) rows * columnCount <= Integer.MAX_VALUE;
        return isWorthwhile ? rows * columnCount : 0;
    }

    /** Whether a piece in row-major order is made of whole rows. */
    boolean isBand(long offset, int count) {
        return offset % columnCount == 0 && count % columnCount == 0;
    }

    /** Writes whole rows, on the calling thread. */
    void writeBand(long offset, float[] values, int count) {
        float[] turned = new float[WIDTH * HEIGHT];
        int first = (int) (offset / columnCount);
        int end = count / columnCount;
        for (int from = 0; from < columnCount; from += WIDTH) {
            int width = Math.min(WIDTH, columnCount - from);
            for (int top = 0; top < end; top += HEIGHT) {
                int height = Math.min(HEIGHT, end - top);
                for (int row = 0; row < height; row++) {
                    turn(values, (top + row) * columnCount + from, width, turned, row);
                }
                put(turned, from, width, first + top, height);
            }
        }
    }

    /** Writes all elements, which are given in row-major order; by all processors, as ND4J's own operations are. */
    void write(ByteBuffer rowMajor) {
        FloatBuffer rows = rowMajor.slice().order(ByteOrder.nativeOrder()).asFloatBuffer();
        IntStream.range(0, (columnCount + WIDTH - 1) / WIDTH)
                .parallel()
                .forEach(tile -> writeColumns(rows, tile * WIDTH));
    }

    /** Writes the columns of a tile's width. */
    private void writeColumns(FloatBuffer rows, int from) {
        float[] row = new float[WIDTH];
        float[] turned = new float[WIDTH * HEIGHT];
        int width = Math.min(WIDTH, columnCount - from);
        for (int top = 0; top < rowCount; top += HEIGHT) {
            int height = Math.min(HEIGHT, rowCount - top);
            for (int i = 0; i < height; i++) {
                rows.get((top + i) * columnCount + from, row, 0, width);
                turn(row, 0, width, turned, i);
            }
            put(turned, from, width, top, height);
        }
    }

    /** Makes a part of a row one of a tile's columns. With a width that is constant the loop has no checks. */
    private static void turn(float[] rows, int first, int width, float[] turned, int row) {
        if (width == WIDTH) {
            for (int column = 0; column < WIDTH; column++) {
                turned[column * HEIGHT + row] = rows[first + column];
            }
        } else {
            for (int column = 0; column < width; column++) {
                turned[column * HEIGHT + row] = rows[first + column];
            }
        }
    }

    /** Writes a tile that was turned. */
    private void put(float[] turned, int from, int width, int top, int height) {
        for (int column = 0; column < width; column++) {
            columns.put((from + column) * stride + top, turned, column * HEIGHT, height);
        }
    }
}
