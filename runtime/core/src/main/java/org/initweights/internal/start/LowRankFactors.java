package org.initweights.internal.start;

import java.util.Arrays;
import org.initweights.InitializationException;
import org.initweights.internal.fill.LowRankFill;
import org.initweights.internal.linear.Orthonormalization;
import org.initweights.internal.linear.Products;
import org.initweights.internal.linear.SingularVectors;
import org.initweights.internal.linear.Vectors;
import org.initweights.internal.work.Workers;

/** The two matrices of an adapter: B·A is the sum over i of column i of B times row i of A. */
final class LowRankFactors {

    private final double[][] columnsOfB;
    private final double[][] rowsOfA;

    private LowRankFactors(double[][] columnsOfB, double[][] rowsOfA) {
        this.columnsOfB = columnsOfB;
        this.rowsOfA = rowsOfA;
    }

    /** Splits a matrix, given as rows, as the fill says. */
    static LowRankFactors of(LowRankFill fill, double[][] weight, Workers workers) {
        return switch (fill.method()) {
            case PISSA -> principal(fill, weight, workers);
            case OLORA -> orthonormal(fill.rank(), weight, workers);
        };
    }

    private static LowRankFactors principal(LowRankFill fill, double[][] weight, Workers workers) {
        SingularVectors vectors = SingularVectors.largest(weight, fill.rank(), workers);
        for (int i = 0; i < fill.rank(); i++) {
            double root = Math.sqrt(vectors.values()[i] / fill.scaling());
            if (Double.isInfinite(root)) {
                throw new InitializationException(
                        "WeightsOverflow",
                        fill.call(),
                        "scaling",
                        "divides by the scaling " + fill.scaling()
                                + ", which is too small; PEFT's is lora_alpha / rank");
            }
            scale(vectors.left()[i], root);
            scale(vectors.right()[i], root);
        }
        return new LowRankFactors(vectors.left(), vectors.right());
    }

    private static void scale(double[] vector, double factor) {
        Arrays.setAll(vector, i -> vector[i] * factor);
    }

    /** The first columns of Q need the first columns of the matrix alone, and rows of R are their products with the matrix. */
    private static LowRankFactors orthonormal(int rank, double[][] weight, Workers workers) {
        double[][] columns = new double[rank][weight.length];
        for (int row = 0; row < weight.length; row++) {
            for (int i = 0; i < rank; i++) {
                columns[i][row] = weight[row][i];
            }
        }
        Orthonormalization.orthonormalize(columns, workers);
        return new LowRankFactors(
                columns, Products.transposed(Products.transposedTimes(weight, Products.transposed(columns), workers)));
    }

    double a(int row, int column) {
        return rowsOfA[row][column];
    }

    double b(int row, int column) {
        return columnsOfB[column][row];
    }

    /** Subtracts {@code scaling}·B·A from the matrix. */
    void subtractFrom(double[][] weight, double scaling, Workers workers) {
        workers.run(weight.length, row -> {
            for (int i = 0; i < rowsOfA.length; i++) {
                Vectors.add(weight[row], -scaling * columnsOfB[i][row], rowsOfA[i]);
            }
        });
    }
}
