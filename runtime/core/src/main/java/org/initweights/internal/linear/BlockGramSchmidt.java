package org.initweights.internal.linear;

import java.util.Arrays;
import org.initweights.internal.work.Workers;

/**
 * Makes the rows of a matrix orthonormal, a block of 256 rows at a time: subtracts the projections on the rows before the block, then
 * makes the rows of the block orthonormal among themselves by a Cholesky factorisation of their inner products. Both are matrix products.
 *
 * <p><b>Origin.</b> Daniel, Gragg, Kaufman and Stewart, <i>Reorthogonalization and stable algorithms for updating the Gram-Schmidt QR
 * factorization</i>, 1976; for blocks: Barlow and Smoktunowicz, <i>Reorthogonalized block classical Gram-Schmidt</i>, 2013.
 *
 * <p><b>Cost.</b> With n rows of m elements and blocks of b: 2mn² flops for the projections (half to find them, half to subtract them),
 * 3bmn for the blocks themselves, nb²/3 for Cholesky. A block that is repeated costs its part again. Blocks of reflections would take 4mn²
 * - 4n³/3 to factor and to form Q. 4096 × 4096 takes 3.5 s on two cores with JDK 17, 1024 × 1024 87 ms ({@code runtime/docs/speed.md}).
 *
 * <p><b>Storage.</b> The matrix is copied to {@link RowPairs}: tiles of 256 columns, each an array per pair of rows, 8 bytes an element.
 * Beside that are the transposed block, at most 32 tiles and 16 MB of it at a time; the inner products of all rows with those of the
 * block, 2 kB a row; and one triangle of 256 × 256. R is not kept.
 *
 * <p><b>Limits.</b> Not more rows than columns, and less than 2³¹ elements a row. Rows that lose most of their length in the subtractions
 * lose digits: they go through all of it again, until they change little, and are then orthogonal to machine precision. Rows of zeros
 * become rows of the identity first. Ten repetitions in which no row becomes final are an error.
 *
 * <p><b>Changes against the papers.</b>
 *
 * <ul>
 *   <li>Whether rows are final is judged by an estimate of the condition of the triangle ({@link ConditionEstimate}), row by row, not by
 *       the norm that is left: the well-conditioned rows of a block stay, the others begin the next block.
 *   <li>Pivots that are lost in rounding errors are enlarged ({@link ShiftedCholesky}), so that a block never fails, and only needs
 *       another repetition.
 *   <li>Every step multiplies by a triangular matrix with a positive diagonal, so that Q stays the one of the whole matrix, with positive
 *       signs.
 *   <li>What is one piece of work, and the order of all sums, depends on the size of the matrix alone, so that threads change no bit.
 * </ul>
 *
 * <p>{@code OrthonormalizationTest} compares it with Gram and Schmidt's method, each row three times, and has the cases of nearly
 * dependent, equal and vanishing rows.
 */
// Longer than 300 lines for its Javadoc alone: its steps share the products and the factor.
final class BlockGramSchmidt {

    private static final int WIDTH = RowPairKernel.WIDTH;

    /** How many rows are a block. */
    private static final int BLOCK = WIDTH;

    /** How many pairs of rows are multiplied as one piece. */
    private static final int PIECE = 16;

    /** How many pairs of rows are multiplied with each pair of a piece in turn, so that they stay in the cache. */
    private static final int CACHED = 32;

    /** How many tiles of the block are transposed at a time, so that few long rows do not need much memory. */
    private static final int TRANSPOSED_TILES = 32;

    /** Rows are final if rounding errors have not become more than this many times larger. */
    private static final double MOST_GROWTH = 30;

    /** Rows for which more is to be expected are left for the next repetition: they could grow without limit. */
    private static final double MOST_GROWTH_OF_REPEATED = 1e6;

    /** How often no row may become final before that is given up. A few times are usual for nearly dependent rows. */
    private static final int MOST_REPETITIONS = 10;

    private final RowPairs rows;
    private final Workers workers;

    /** Tiles of the block, transposed: pairs of its columns. */
    private final double[][] transposed;

    /** Inner products of rows, by pair of rows, with all rows of the block. */
    private final double[][] products;

    private final double[][] factor = new double[BLOCK][BLOCK];

    private BlockGramSchmidt(RowPairs rows, Workers workers) {
        this.rows = rows;
        this.workers = workers;
        this.transposed = new double[Math.min(rows.tiles(), TRANSPOSED_TILES) * WIDTH / 2][2 * WIDTH];
        this.products = new double[Math.max(rows.tile(0).length, BLOCK / 2)][2 * WIDTH];
    }

    /**
     * Replaces linearly independent vectors by the columns of Q, with the signs for which the diagonal of R is positive.
     *
     * @param columns the columns, at least one, of a matrix that has not less rows than columns
     * @throws ArithmeticException if nothing is left of a vector even after repetitions, or if it is not finite
     */
    static void orthonormalize(double[][] columns, Workers workers) {
        RowPairs rows = RowPairs.copyOf(columns, workers);
        new BlockGramSchmidt(rows, workers).orthonormalize();
        rows.copyTo(columns, workers);
    }

    /** Block after block; a block of which only some rows become final is followed by one that begins with the others. */
    private void orthonormalize() {
        int from = 0;
        int repetitions = 0;
        while (from < rows.rows()) {
            int size = Math.min(BLOCK, rows.rows() - from);
            int done = orthonormalize(from, size);
            if (done == 0 && ++repetitions > MOST_REPETITIONS) {
                throw new ArithmeticException("linearly dependent vectors, or not finite");
            }
            repetitions = done == 0 ? repetitions : 0;
            from += done;
        }
    }

    /**
     * One round on a block: projections, products, factor, substitution.
     *
     * @param from the first row of the block, an even number
     * @param size how many rows it has
     * @return how many rows are final: all of them or an even number
     */
    private int orthonormalize(int from, int size) {
        int before = from / 2;
        int pairs = (size + 1) / 2;
        double[] lengths = squaresOfLengths(before, pairs);
        replaceZeros(from, size, lengths);
        if (before > 0) {
            multiply(0, before, before, pairs);
            subtractProjections(before, pairs);
        }
        multiply(before, pairs, before, pairs);
        double[] squares = factor(size);
        int solved = ConditionEstimate.wellConditioned(factor, squares, size, MOST_GROWTH_OF_REPEATED);
        int solvedPairs = solved == size ? pairs : solved / 2;
        workers.run(rows.tiles(), tile -> solve(rows.tile(tile), before, solvedPairs));
        // Against the lengths before the projections were subtracted, for that loses digits as well.
        int done = ConditionEstimate.wellConditioned(factor, lengths, Math.min(size, 2 * solvedPairs), MOST_GROWTH);
        return done == size ? size : done - done % 2;
    }

    /**
     * The squares of the lengths of the rows of the block: 2bm flops, a pair of rows by each worker. Sums are kept by column of the tile
     * and added at the end, so that their order does not depend on the workers.
     */
    private double[] squaresOfLengths(int firstPair, int pairs) {
        double[] lengths = new double[2 * pairs];
        workers.run(pairs, pair -> {
            double[] sums = new double[2 * WIDTH];
            for (int tile = 0; tile < rows.tiles(); tile++) {
                RowPairKernel.addSquares(sums, rows.tile(tile)[firstPair + pair]);
            }
            for (int i = 0; i < WIDTH; i++) {
                lengths[2 * pair] += sums[i];
                lengths[2 * pair + 1] += sums[i + WIDTH];
            }
        });
        return lengths;
    }

    /** Replaces rows of zeros by those of the identity. */
    private void replaceZeros(int from, int size, double[] lengths) {
        for (int i = 0; i < size; i++) {
            if (lengths[i] == 0) {
                rows.set(from + i, from + i, 1);
                lengths[i] = 1;
            }
        }
    }

    /** Sets {@link #products} to those of some pairs of rows with those of the block. */
    private void multiply(int firstPair, int pairs, int blockFirst, int blockPairs) {
        int pieces = (pairs + PIECE - 1) / PIECE;
        for (int first = 0; first < rows.tiles(); first += TRANSPOSED_TILES) {
            int firstTile = first;
            int tiles = Math.min(TRANSPOSED_TILES, rows.tiles() - first);
            workers.run(tiles, tile -> transpose(rows.tile(firstTile + tile), blockFirst, blockPairs, tile));
            workers.run(pieces, piece -> {
                int from = piece * PIECE;
                int to = Math.min(from + PIECE, pairs);
                if (firstTile == 0) {
                    clearProducts(from, to);
                }
                for (int tile = 0; tile < tiles; tile++) {
                    multiply(rows.tile(firstTile + tile), firstPair, from, to, tile);
                }
            });
        }
    }

    private void clearProducts(int from, int to) {
        for (int pair = from; pair < to; pair++) {
            Arrays.fill(products[pair], 0);
        }
    }

    /** Copies one tile of the block to pairs of columns, with zeros behind the last row. */
    private void transpose(double[][] tile, int firstPair, int pairs, int transposedTile) {
        for (int column = 0; column < WIDTH; column += 2) {
            double[] target = transposed[(transposedTile * WIDTH + column) / 2];
            for (int pair = 0; pair < pairs; pair++) {
                double[] source = tile[firstPair + pair];
                target[2 * pair] = source[column];
                target[2 * pair + 1] = source[column + WIDTH];
                target[2 * pair + WIDTH] = source[column + 1];
                target[2 * pair + 1 + WIDTH] = source[column + 1 + WIDTH];
            }
            Arrays.fill(target, 2 * pairs, WIDTH, 0);
            Arrays.fill(target, 2 * pairs + WIDTH, 2 * WIDTH, 0);
        }
    }

    /** Adds the products of some pairs of rows with the block, over the columns of one tile. */
    private void multiply(double[][] tile, int firstPair, int from, int to, int transposedTile) {
        for (int column = 0; column < WIDTH; column += 2 * CACHED) {
            for (int pair = from; pair < to; pair++) {
                addProducts(products[pair], tile[firstPair + pair], column, transposedTile * (WIDTH / 2));
            }
        }
    }

    /**
     * Adds to the products of one pair of rows those of some of its columns: four columns at a time, 16 flops for each row of the block.
     */
    private void addProducts(double[] sums, double[] pair, int firstColumn, int firstColumnPair) {
        for (int i = firstColumn; i < firstColumn + 2 * CACHED; i += 4) {
            int j = i + WIDTH;
            RowPairKernel.addFour(
                    sums,
                    transposed[firstColumnPair + i / 2],
                    transposed[firstColumnPair + i / 2 + 1],
                    pair[i],
                    pair[i + 1],
                    pair[i + 2],
                    pair[i + 3],
                    pair[j],
                    pair[j + 1],
                    pair[j + 2],
                    pair[j + 3]);
        }
    }

    /** Subtracts from the block its projections on the rows before it. */
    private void subtractProjections(int before, int pairs) {
        int pieces = (pairs + PIECE - 1) / PIECE;
        workers.run(rows.tiles() * pieces, piece -> {
            double[][] tile = rows.tile(piece / pieces);
            int from = piece % pieces * PIECE;
            int to = Math.min(from + PIECE, pairs);
            for (int first = 0; first < before; first += CACHED) {
                for (int pair = from; pair < to; pair++) {
                    subtract(tile[before + pair], 2 * pair, tile, first, Math.min(first + CACHED, before));
                }
            }
        });
    }

    /**
     * Subtracts the projections on some pairs of rows.
     *
     * @param row the number within the block of the first row of {@code pair}
     */
    private void subtract(double[] pair, int row, double[][] tile, int from, int to) {
        int i = from;
        for (; i + 1 < to; i += 2) {
            double[] p = products[i];
            double[] q = products[i + 1];
            int next = row + 1;
            RowPairKernel.addFour(
                    pair,
                    tile[i],
                    tile[i + 1],
                    -p[row],
                    -p[row + WIDTH],
                    -q[row],
                    -q[row + WIDTH],
                    -p[next],
                    -p[next + WIDTH],
                    -q[next],
                    -q[next + WIDTH]);
        }
        if (i < to) {
            double[] p = products[i];
            RowPairKernel.addTwo(pair, tile[i], -p[row], -p[row + WIDTH], -p[row + 1], -p[row + 1 + WIDTH]);
        }
    }

    /** Factors the inner products of the rows of the block, and returns the squares of their lengths. */
    private double[] factor(int size) {
        int even = size + size % 2;
        double[] squares = new double[even];
        for (int i = 0; i < even; i++) {
            System.arraycopy(products[i / 2], i % 2 * WIDTH, factor[i], 0, even);
            squares[i] = factor[i][i];
        }
        if (size < even) {
            // The row of zeros that fills the last pair is to stay as it is.
            factor[size][size] = 1;
        }
        ShiftedCholesky.factor(factor, even);
        return squares;
    }

    /**
     * Multiplies the block by the inverse of the transposed factor, by substitution from the first row down: b²m flops. Rows from
     * {@code pairs} on are left as they are.
     */
    private void solve(double[][] tile, int firstPair, int pairs) {
        for (int pair = 0; pair < pairs; pair++) {
            double[] target = tile[firstPair + pair];
            int row = 2 * pair;
            int i = 0;
            for (; i + 1 < pair; i += 2) {
                eliminateFour(target, tile[firstPair + i], tile[firstPair + i + 1], 2 * i, row);
            }
            if (i < pair) {
                double[] p = factor[2 * i];
                double[] q = factor[2 * i + 1];
                RowPairKernel.addTwo(target, tile[firstPair + i], -p[row], -q[row], -p[row + 1], -q[row + 1]);
            }
            double last = 1 / factor[row + 1][row + 1];
            RowPairKernel.combine(target, 1 / factor[row][row], -factor[row][row + 1] * last, last);
        }
    }

    /** Subtracts four rows that are done from a pair of rows, with the factors in the columns of that pair. */
    private void eliminateFour(double[] target, double[] p, double[] q, int i, int row) {
        double[] r0 = factor[i];
        double[] r1 = factor[i + 1];
        double[] r2 = factor[i + 2];
        double[] r3 = factor[i + 3];
        int next = row + 1;
        RowPairKernel.addFour(
                target, p, q, -r0[row], -r1[row], -r2[row], -r3[row], -r0[next], -r1[next], -r2[next], -r3[next]);
    }
}
