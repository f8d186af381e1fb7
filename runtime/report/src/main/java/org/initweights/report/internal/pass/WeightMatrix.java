package org.initweights.report.internal.pass;

import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.internal.work.Workers;
import org.initweights.report.ReportTensor;

/**
 * A weight as a matrix that maps inputs to outputs, read a block of rows at a time by the calling thread; the inputs of a block are
 * shared out among threads, so that the sums do not depend on how many there are.
 *
 * @param outFirst whether a stored row holds the weights of one output, as in PyTorch, or those of one input, as in Keras
 */
record WeightMatrix(Parameter parameter, boolean outFirst, int rows, int columns) {

    private static final int BLOCK = 1 << 18;

    /**
     * The matrix of a parameter.
     *
     * @throws IllegalArgumentException if it is none
     */
    static WeightMatrix of(Parameter parameter) {
        TensorShape shape = parameter.shape();
        if (shape.rank() != 2
                || shape.stacked() > 0
                || shape.groups() > 1
                || shape.axes().isPresent()) {
            throw new IllegalArgumentException(
                    parameter.name() + ": a plain forward pass takes matrices, one weight each, and this has the"
                            + " shape " + shape + (shape.groups() > 1 ? " in " + shape.groups() + " groups" : "")
                            + "; leave it out of the path, or check a model whose layers are matrices of the same fans");
        }
        if (shape.elements() == 0) {
            throw new IllegalArgumentException(parameter.name() + ": " + shape
                    + " has no elements, so no signal passes; give it sizes of 1 or more");
        }
        return new WeightMatrix(
                parameter,
                shape.layout().outAxis(2) == 0,
                Math.toIntExact(shape.size(0)),
                Math.toIntExact(shape.size(1)));
    }

    int outputs() {
        return outFirst ? rows : columns;
    }

    int inputs() {
        return outFirst ? columns : rows;
    }

    /** W x for each x. */
    double[][] times(double[][] signals) {
        return outFirst ? rowsTimes(signals) : sumOfRows(signals);
    }

    /** Wᵀ y for each y. */
    double[][] transposedTimes(double[][] signals) {
        return outFirst ? sumOfRows(signals) : rowsTimes(signals);
    }

    /** The product of each stored row with each signal. */
    private double[][] rowsTimes(double[][] signals) {
        double[][] products = new double[signals.length][rows];
        forEachBlock((first, count, block) -> Workers.COMMON_POOL.run(signals.length, i -> {
            for (int row = 0; row < count; row++) {
                products[i][first + row] = dot(block, row * columns, signals[i]);
            }
        }));
        return products;
    }

    /** The sum of all stored rows, each times the element of the signal with its index. */
    private double[][] sumOfRows(double[][] signals) {
        double[][] sums = new double[signals.length][columns];
        forEachBlock((first, count, block) -> Workers.COMMON_POOL.run(signals.length, i -> {
            for (int row = 0; row < count; row++) {
                add(signals[i][first + row], block, row * columns, sums[i]);
            }
        }));
        return sums;
    }

    /** In four sums side by side, which a processor can do at the same time. */
    private static double dot(double[] block, int offset, double[] signal) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < signal.length; i += 4) {
            a += block[offset + i] * signal[i];
            b += block[offset + i + 1] * signal[i + 1];
            c += block[offset + i + 2] * signal[i + 2];
            d += block[offset + i + 3] * signal[i + 3];
        }
        for (; i < signal.length; i++) {
            a += block[offset + i] * signal[i];
        }
        return a + b + (c + d);
    }

    private static void add(double factor, double[] block, int offset, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * block[offset + i];
        }
    }

    @FunctionalInterface
    private interface BlockUse {
        void accept(int firstRow, int rowCount, double[] block);
    }

    private void forEachBlock(BlockUse use) {
        ReportTensor tensor = ReportTensor.of(parameter);
        int most = Math.max(1, Math.min(rows, BLOCK / columns));
        double[] block = new double[Math.multiplyExact(most, columns)];
        for (int first = 0; first < rows; first += most) {
            int count = Math.min(most, rows - first);
            tensor.read((long) first * columns, count * columns, block);
            use.accept(first, count, block);
        }
    }
}
