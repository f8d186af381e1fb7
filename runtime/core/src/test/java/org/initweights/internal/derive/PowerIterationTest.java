package org.initweights.internal.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.SingularSide.LEFT;
import static org.initweights.SingularSide.RIGHT;

import java.util.Arrays;
import java.util.Random;
import org.initweights.SingularSide;
import org.initweights.internal.fill.SpectralVectorFill;
import org.junit.jupiter.api.Test;

/** How often the power method goes round, and what it begins with. */
class PowerIterationTest {

    private static double[] vector(SingularSide side, int iterations, double[] matrix, int rows, int columns) {
        return PowerIteration.vector(
                new SpectralVectorFill("w", side, 0, iterations, side == LEFT ? rows : columns),
                DoubleElements.of(matrix, rows, columns));
    }

    private static double[] diagonal(int size, double value) {
        double[] matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            matrix[i * size + i] = value;
        }
        return matrix;
    }

    private static double length(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    }

    /** One matrix leaves the first vector as it is, and so shows what another one multiplies. */
    @Test
    void oneIterationIsOneProductWithAVectorThatDependsOnTheColumnsAlone() {
        int rows = 4;
        int columns = 6;
        double[] first = vector(RIGHT, 1, diagonal(columns, 1), columns, columns);
        double[] matrix = new Random(1).doubles((long) rows * columns, -1, 1).toArray();
        double[] product = new double[rows];
        for (int i = 0; i < matrix.length; i++) {
            product[i / columns] += matrix[i] * first[i % columns];
        }
        double[] left = vector(LEFT, 1, matrix, rows, columns);
        for (int i = 0; i < rows; i++) {
            assertThat(left[i]).isCloseTo(product[i] / length(product), within(1e-15));
        }
    }

    /** A matrix of one row and one column has its vectors after the first iteration. */
    @Test
    void moreIterationsDoNotTurnTheVectorsRound() {
        double[] matrix = {2, 4, -6, 1, 2, -3};
        for (SingularSide side : SingularSide.values()) {
            double[] once = vector(side, 1, matrix, 2, 3);
            for (int iterations = 2; iterations < 5; iterations++) {
                double[] more = vector(side, iterations, matrix, 2, 3);
                for (int i = 0; i < once.length; i++) {
                    assertThat(more[i]).isCloseTo(once[i], within(1e-15));
                }
            }
        }
    }

    /** PyTorch's {@code F.normalize(…, eps=1e-12)} of a first vector of length 1. */
    @Test
    void whatIsShorterThanTheLeastNormOfPyTorchIsDividedByThat() {
        double[] matrix = diagonal(100, 5e-13);
        assertThat(length(vector(LEFT, 1, matrix, 100, 100))).isCloseTo(0.5, within(1e-14));
        assertThat(length(vector(RIGHT, 1, matrix, 100, 100))).isCloseTo(0.25, within(1e-14));
    }
}
