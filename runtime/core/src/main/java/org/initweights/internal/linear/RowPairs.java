package org.initweights.internal.linear;

import org.initweights.internal.work.Workers;

/**
 * A matrix cut into tiles of {@link RowPairKernel#WIDTH} columns, and each tile into pairs of rows: the form that {@link RowPairKernel}
 * works on. Zeros fill what the matrix lacks of a pair or a tile.
 *
 * <p><b>Storage.</b> An array of 512 doubles for each pair of rows and tile:
 * {@code tiles[column / 256][row / 2][row % 2 * 256 + column % 256]}. With n rows of m elements that is 8·n·m bytes, both rounded up, to 2
 * and to 256. Copying is done by the workers.
 */
final class RowPairs {

    private static final int WIDTH = RowPairKernel.WIDTH;

    /** How many pairs of rows are copied as one piece. */
    private static final int PIECE = 16;

    private final int rows;

    /** By tile, then by pair: the first row's columns, then the second's. */
    private final double[][][] tiles;

    private RowPairs(int rows, int tiles) {
        this.rows = rows;
        this.tiles = new double[tiles][(rows + 1) / 2][];
    }

    /** Copies a matrix with at least one row. */
    static RowPairs copyOf(double[][] matrix, Workers workers) {
        RowPairs copy = new RowPairs(matrix.length, (matrix[0].length + WIDTH - 1) / WIDTH);
        workers.run(copy.pieces(), piece -> copy.load(matrix, piece));
        return copy;
    }

    /** Copies the rows back to a matrix of the size of the one they came from. */
    void copyTo(double[][] matrix, Workers workers) {
        workers.run(pieces(), piece -> store(matrix, piece));
    }

    /** How many rows the matrix has, the one that fills the last pair not counted. */
    int rows() {
        return rows;
    }

    /** How many tiles the rows are cut into. */
    int tiles() {
        return tiles.length;
    }

    /** The pairs of one tile. */
    double[][] tile(int tile) {
        return tiles[tile];
    }

    /** Sets one element of the matrix. */
    void set(int row, int column, double value) {
        tiles[column / WIDTH][row / 2][row % 2 * WIDTH + column % WIDTH] = value;
    }

    private int pieces() {
        return (tiles[0].length + PIECE - 1) / PIECE;
    }

    /** Copies 16 pairs of rows into tiles. */
    private void load(double[][] matrix, int piece) {
        for (int pair = piece * PIECE; pair < Math.min((piece + 1) * PIECE, tiles[0].length); pair++) {
            for (double[][] tile : tiles) {
                tile[pair] = new double[2 * WIDTH];
            }
            for (int row = 2 * pair; row < Math.min(2 * pair + 2, rows); row++) {
                for (int tile = 0; tile < tiles.length; tile++) {
                    System.arraycopy(
                            matrix[row], tile * WIDTH, tiles[tile][pair], row % 2 * WIDTH, width(matrix[row], tile));
                }
            }
        }
    }

    /** Copies 16 pairs of rows back. */
    private void store(double[][] matrix, int piece) {
        for (int row = 2 * piece * PIECE; row < Math.min(2 * (piece + 1) * PIECE, rows); row++) {
            for (int tile = 0; tile < tiles.length; tile++) {
                System.arraycopy(
                        tiles[tile][row / 2], row % 2 * WIDTH, matrix[row], tile * WIDTH, width(matrix[row], tile));
            }
        }
    }

    /** How many columns of the tile the matrix has. */
    private static int width(double[] row, int tile) {
        return Math.min(WIDTH, row.length - tile * WIDTH);
    }
}
