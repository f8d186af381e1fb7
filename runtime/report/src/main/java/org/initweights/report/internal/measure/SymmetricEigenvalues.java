package org.initweights.report.internal.measure;

import java.util.Arrays;

/**
 * The eigenvalues of a symmetric matrix: Householder reflections make it tridiagonal, then the QL algorithm with implicit shifts. Golub
 * and Van Loan, <i>Matrix computations</i>, 8.3.
 */
final class SymmetricEigenvalues {

    private static final int MOST_STEPS = 60;

    private SymmetricEigenvalues() {}

    /** All eigenvalues, smallest first. {@code matrix} is overwritten. */
    static double[] of(double[][] matrix) {
        int n = matrix.length;
        double[] diagonal = new double[n];
        double[] beside = new double[n];
        for (int k = 0; k < n; k++) {
            diagonal[k] = matrix[k][k];
            if (k + 1 < n) {
                beside[k] = reflect(matrix, k);
            }
        }
        iterate(diagonal, beside);
        Arrays.sort(diagonal);
        return diagonal;
    }

    /** Clears column {@code k} below the element under the diagonal, which is returned, and reflects the rest: A - vwᵀ - wvᵀ. */
    private static double reflect(double[][] a, int k) {
        int n = a.length;
        double[] v = new double[n];
        double squares = 0;
        for (int i = k + 1; i < n; i++) {
            v[i] = a[k][i];
            squares += v[i] * v[i];
        }
        double norm = Math.sqrt(squares);
        double first = v[k + 1];
        double alpha = first > 0 ? -norm : norm;
        double beta = squares - alpha * first;
        if (beta == 0) {
            return first;
        }
        v[k + 1] = first - alpha;
        double[] w = product(a, v, k + 1);
        double vw = 0;
        for (int i = k + 1; i < n; i++) {
            w[i] /= beta;
            vw += v[i] * w[i];
        }
        double half = vw / (2 * beta);
        for (int i = k + 1; i < n; i++) {
            w[i] -= half * v[i];
        }
        for (int i = k + 1; i < n; i++) {
            subtract(a[i], k + 1, v[i], w, w[i], v);
        }
        return alpha;
    }

    /** Av, of the rows and columns from {@code from} on; the matrix being symmetric, a sum of rows. */
    private static double[] product(double[][] a, double[] v, int from) {
        double[] sum = new double[v.length];
        for (int i = from; i < v.length; i++) {
            double factor = v[i];
            double[] row = a[i];
            for (int j = from; j < sum.length; j++) {
                sum[j] += factor * row[j];
            }
        }
        return sum;
    }

    private static void subtract(double[] row, int from, double vi, double[] w, double wi, double[] v) {
        for (int j = from; j < row.length; j++) {
            row[j] -= vi * w[j] + wi * v[j];
        }
    }

    private static void iterate(double[] d, double[] e) {
        double scale = 0;
        for (int i = 0; i < d.length; i++) {
            scale = Math.max(scale, Math.abs(d[i]) + Math.abs(e[i]));
        }
        double negligible = Math.ulp(scale) / 2;
        for (int l = 0; l < d.length; l++) {
            for (int step = 0; ; step++) {
                int m = l;
                while (m + 1 < d.length && Math.abs(e[m]) > negligible) {
                    m++;
                }
                if (m == l) {
                    break;
                }
                if (step == MOST_STEPS) {
                    throw new ArithmeticException("eigenvalue " + l + " of " + d.length + " does not converge");
                }
                step(d, e, l, m);
            }
        }
    }

    /** One implicit QL step with Wilkinson's shift on the block from {@code l} to {@code m}. */
    private static void step(double[] d, double[] e, int l, int m) {
        double g = (d[l + 1] - d[l]) / (2 * e[l]);
        g = d[m] - d[l] + e[l] / (g + Math.copySign(Math.hypot(g, 1), g));
        double s = 1;
        double c = 1;
        double p = 0;
        for (int i = m - 1; i >= l; i--) {
            double f = s * e[i];
            double b = c * e[i];
            double r = Math.hypot(f, g);
            e[i + 1] = r;
            if (r == 0) {
                d[i + 1] -= p;
                e[m] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
        }
        d[l] -= p;
        e[l] = g;
        e[m] = 0;
    }
}
