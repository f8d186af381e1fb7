package org.initweights.internal.linear;

/**
 * Rotates vectors in pairs until all are orthogonal to each other: the one-sided method of Jacobi.
 *
 * <p><b>Origin.</b> Hestenes, <i>Inversion of matrices by biorthogonalization and related results</i>, 1958; Golub and Van Loan, <i>Matrix
 * Computations</i>, section 8.6.3. With the columns of a matrix the lengths become its singular values, small ones as exact as large ones.
 *
 * <p><b>Cost.</b> For n vectors of m elements about 5mn² flops a sweep, by one thread; six to ten sweeps.
 */
final class JacobiRotations {

    /** Beyond this many sweeps nothing changes any more, whatever the vectors. */
    private static final int MOST_SWEEPS = 60;

    /** Cosines that are rounding errors. */
    private static final double ORTHOGONAL = 1e-15;

    private JacobiRotations() {}

    /**
     * Makes vectors orthogonal.
     *
     * @param vectors become orthogonal
     * @return the rotation as rows: the new vector j is the sum over i of {@code rows[j][i]} times the old vector i
     */
    static double[][] orthogonalize(double[][] vectors) {
        double[][] rotation = new double[vectors.length][vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            rotation[i][i] = 1;
        }
        boolean isDone = false;
        for (int sweep = 0; sweep < MOST_SWEEPS && !isDone; sweep++) {
            isDone = true;
            for (int p = 0; p < vectors.length; p++) {
                for (int q = p + 1; q < vectors.length; q++) {
                    isDone &= isOrthogonal(vectors, rotation, p, q);
                }
            }
        }
        return rotation;
    }

    /** Whether two vectors are orthogonal; if not, they become so. */
    private static boolean isOrthogonal(double[][] vectors, double[][] rotation, int p, int q) {
        double alpha = Vectors.dot(vectors[p], vectors[p]);
        double beta = Vectors.dot(vectors[q], vectors[q]);
        double gamma = Vectors.dot(vectors[p], vectors[q]);
        if (Math.abs(gamma) <= ORTHOGONAL * vectors[p].length * Math.sqrt(alpha) * Math.sqrt(beta)) {
            return true;
        }
        double zeta = (beta - alpha) / (2 * gamma);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = cosine * tangent;
        rotate(vectors[p], vectors[q], cosine, sine);
        rotate(rotation[p], rotation[q], cosine, sine);
        return false;
    }

    private static void rotate(double[] p, double[] q, double cosine, double sine) {
        for (int i = 0; i < p.length; i++) {
            double x = p[i];
            double y = q[i];
            p[i] = cosine * x - sine * y;
            q[i] = sine * x + cosine * y;
        }
    }
}
