package org.initweights.internal.linear;

import org.initweights.internal.work.Workers;

/** Products of a matrix, given as rows, with vectors. The bits do not depend on the workers. */
public final class Products {

    private Products() {}

    /** The matrix times each vector: a vector of as many elements as the matrix has rows for each. */
    public static double[][] times(double[][] matrix, double[][] vectors, Workers workers) {
        double[][] products = new double[vectors.length][matrix.length];
        workers.run(matrix.length, row -> {
            for (int j = 0; j < vectors.length; j++) {
                products[j][row] = Vectors.dot(matrix[row], vectors[j]);
            }
        });
        return products;
    }

    /** The transposed matrix times each vector: a combination of the rows for each. */
    public static double[][] combinations(double[][] matrix, double[][] vectors, Workers workers) {
        double[][] sums = new double[vectors.length][matrix[0].length];
        workers.run(vectors.length, j -> {
            for (int row = 0; row < matrix.length; row++) {
                Vectors.add(sums[j], vectors[j][row], matrix[row]);
            }
        });
        return sums;
    }
}
