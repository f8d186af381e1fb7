package org.initweights.internal.start;

import org.initweights.InitializationException;
import org.initweights.internal.fill.ResizedFill;
import org.initweights.internal.linear.Cholesky;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.work.Workers;

/**
 * The mean and the covariance of the rows of a stored matrix, in two passes through the file. The bits do not depend on the workers.
 */
final class RowMoments {

    /** Elements of the rows that are in memory at a time, besides at least four rows. */
    private static final int PIECE = 1 << 20;

    /** How many rows of the covariance are summed as one piece. */
    private static final int COVARIANCE_ROWS = 16;

    private final SourceTensor source;
    private final int rowLength;
    private final long rows;
    private final double[] mean;

    /** The upper triangle of the covariance, and then of its factor; empty before it is needed. */
    private double[][] covariance = {};

    private RowMoments(SourceTensor source) {
        this.source = source;
        this.rows = source.shape().size(0);
        this.rowLength = Math.toIntExact(source.shape().size(1));
        this.mean = new double[rowLength];
    }

    /**
     * Reads the matrix, which has a row at least, for the mean.
     *
     * @throws InitializationException if that is not finite
     */
    static RowMoments of(ResizedFill fill, SourceTensor source) {
        RowMoments moments = new RowMoments(source);
        moments.forEachPiece(moments::addToMean);
        for (int i = 0; i < moments.rowLength; i++) {
            moments.mean[i] /= moments.rows;
            if (!Double.isFinite(moments.mean[i])) {
                throw new InitializationException(
                        "WeightsNotFinite",
                        fill.call(),
                        null,
                        "needs finite elements to make new rows of, but the mean of column " + i + " is "
                                + moments.mean[i]);
            }
        }
        return moments;
    }

    private interface Rows {

        void take(double[][] rows);
    }

    private void forEachPiece(Rows target) {
        int most = Math.max(4, PIECE / rowLength);
        for (long first = 0; first < rows; first += most) {
            double[][] piece = new double[(int) Math.min(most, rows - first)][rowLength];
            for (int i = 0; i < piece.length; i++) {
                source.read((first + i) * rowLength, piece[i]);
            }
            target.take(piece);
        }
    }

    private void addToMean(double[][] piece) {
        for (double[] row : piece) {
            for (int i = 0; i < rowLength; i++) {
                mean[i] += row[i];
            }
        }
    }

    private void addToCovariance(double[][] piece, Workers workers) {
        for (double[] row : piece) {
            for (int i = 0; i < rowLength; i++) {
                row[i] -= mean[i];
            }
        }
        workers.run((rowLength + COVARIANCE_ROWS - 1) / COVARIANCE_ROWS, number -> {
            int from = number * COVARIANCE_ROWS;
            for (int i = from; i < Math.min(from + COVARIANCE_ROWS, rowLength); i++) {
                addProducts(covariance[i], piece, i);
            }
        });
    }

    /** Adds to one row of the triangle; four rows of the matrix at a time, so that sums are loaded and stored less often. */
    private static void addProducts(double[] sums, double[][] piece, int from) {
        int row = 0;
        for (; row + 3 < piece.length; row += 4) {
            double[] a = piece[row];
            double[] b = piece[row + 1];
            double[] c = piece[row + 2];
            double[] d = piece[row + 3];
            double x = a[from];
            double y = b[from];
            double z = c[from];
            double w = d[from];
            for (int j = from; j < sums.length; j++) {
                sums[j] += x * a[j] + y * b[j] + (z * c[j] + w * d[j]);
            }
        }
        for (; row < piece.length; row++) {
            double[] a = piece[row];
            for (int j = from; j < sums.length; j++) {
                sums[j] += a[from] * a[j];
            }
        }
    }

    /** Reads the matrix again for the covariance, times {@code scale}, and factors it; false if it is not positive definite. */
    boolean addCovariance(double scale, Workers workers) {
        covariance = new double[rowLength][rowLength];
        forEachPiece(piece -> addToCovariance(piece, workers));
        for (int i = 0; i < rowLength; i++) {
            for (int j = i; j < rowLength; j++) {
                covariance[i][j] *= scale / rows;
            }
        }
        return Cholesky.factor(covariance, workers);
    }

    /** A row of the distribution, made of standard normals. */
    double[] row(Storage normals) {
        double[] row = mean.clone();
        for (int i = 0; i < rowLength; i++) {
            double normal = normals.get(i);
            double[] factor = covariance[i];
            for (int j = i; j < rowLength; j++) {
                row[j] += normal * factor[j];
            }
        }
        return row;
    }

    /** The mean as often as there is room; {@code from} is in a matrix whose rows are all the mean. */
    void repeatMean(long from, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = mean[(int) ((from + i) % rowLength)];
        }
    }
}
