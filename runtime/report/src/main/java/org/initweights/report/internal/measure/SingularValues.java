package org.initweights.report.internal.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initweights.report.ReportTensor;
import org.initweights.report.Spectrum;

/** The singular values of a tensor as the matrix of its first axis and all others, read a few rows or columns at a time. */
final class SingularValues {

    private static final int CHUNK = 1 << 16;

    private SingularValues() {}

    /** The spectrum, if it is of a matrix whose smaller side is no larger than {@code limit}. */
    static Optional<Spectrum> of(ReportTensor tensor, int limit) {
        if (tensor.shape().rank() < 2 || tensor.shape().elements() == 0) {
            return Optional.empty();
        }
        long rows = tensor.shape().size(0);
        long columns = tensor.shape().elements() / rows;
        if (Math.min(rows, columns) > limit || Math.min(rows, columns) < 2) {
            return Optional.empty();
        }
        GramMatrix gram = rows > columns ? ofColumns(tensor, rows, (int) columns) : ofRows(tensor, (int) rows, columns);
        return Optional.of(spectrum(SymmetricEigenvalues.of(gram.symmetric())));
    }

    private static GramMatrix ofColumns(ReportTensor tensor, long rows, int columns) {
        GramMatrix gram = new GramMatrix(columns);
        int most = (int) Math.min(rows, Math.max(4, CHUNK / columns));
        double[][] block = new double[most][columns];
        for (long from = 0; from < rows; from += most) {
            int count = (int) Math.min(most, rows - from);
            for (int i = 0; i < count; i++) {
                tensor.read((from + i) * columns, columns, block[i]);
            }
            gram.add(block, count);
        }
        return gram;
    }

    private static GramMatrix ofRows(ReportTensor tensor, int rows, long columns) {
        GramMatrix gram = new GramMatrix(rows);
        int most = (int) Math.min(columns, Math.max(64, CHUNK / rows));
        double[][] block = new double[most][rows];
        double[] piece = new double[most];
        for (long from = 0; from < columns; from += most) {
            int count = (int) Math.min(most, columns - from);
            for (int row = 0; row < rows; row++) {
                tensor.read(row * columns + from, count, piece);
                for (int i = 0; i < count; i++) {
                    block[i][row] = piece[i];
                }
            }
            gram.add(block, count);
        }
        return gram;
    }

    private static Spectrum spectrum(double[] eigenvalues) {
        List<Double> values = new ArrayList<>();
        for (int i = eigenvalues.length - 1; i >= 0; i--) {
            values.add(Math.sqrt(Math.max(0, eigenvalues[i])));
        }
        return new Spectrum(values);
    }
}
