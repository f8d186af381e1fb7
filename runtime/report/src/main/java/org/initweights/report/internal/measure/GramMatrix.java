package org.initweights.report.internal.measure;

/** Sums the products of each two columns of a matrix that is given some rows at a time: MᵀM, of which it holds the upper triangle. */
final class GramMatrix {

    private final int size;
    private final double[][] products;

    GramMatrix(int size) {
        this.size = size;
        this.products = new double[size][size];
    }

    /** Adds {@code count} rows, four at a time so that each sum is loaded and stored once for them. */
    void add(double[][] rows, int count) {
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            addFour(rows[i], rows[i + 1], rows[i + 2], rows[i + 3]);
        }
        for (; i < count; i++) {
            addOne(rows[i]);
        }
    }

    private void addFour(double[] a, double[] b, double[] c, double[] d) {
        for (int row = 0; row < size; row++) {
            addTo(products[row], row, a, a[row], b, b[row], c, c[row], d, d[row]);
        }
    }

    private void addTo(
            double[] sums,
            int from,
            double[] a,
            double a0,
            double[] b,
            double b0,
            double[] c,
            double c0,
            double[] d,
            double d0) {
        for (int j = from; j < size; j++) {
            sums[j] += a0 * a[j] + b0 * b[j] + c0 * c[j] + d0 * d[j];
        }
    }

    private void addOne(double[] a) {
        for (int row = 0; row < size; row++) {
            double a0 = a[row];
            double[] sums = products[row];
            for (int j = row; j < size; j++) {
                sums[j] += a0 * a[j];
            }
        }
    }

    /** The whole matrix, which the caller may overwrite. */
    double[][] symmetric() {
        for (int row = 0; row < size; row++) {
            for (int j = 0; j < row; j++) {
                products[row][j] = products[j][row];
            }
        }
        return products;
    }
}
