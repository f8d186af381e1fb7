package org.initweights.internal.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.initweights.internal.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {

    /** The inner products of random vectors. */
    private static double[][] gram(int size, int length) {
        Random random = new Random(5);
        double[][] vectors = new double[size][length];
        for (double[] vector : vectors) {
            for (int i = 0; i < length; i++) {
                vector[i] = random.nextGaussian();
            }
        }
        double[][] gram = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < length; k++) {
                    gram[i][j] += vectors[i][k] * vectors[j][k];
                }
            }
        }
        return gram;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 150, 300})
    void theFactorTimesItselfIsTheMatrix(int size) {
        double[][] matrix = gram(size, size + 10);
        double[][] factor = gram(size, size + 10);
        assertThat(Cholesky.factor(factor, Workers.COMMON_POOL)).isTrue();
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                double sum = 0;
                for (int k = 0; k <= i; k++) {
                    sum += factor[k][i] * factor[k][j];
                }
                assertThat(sum).isCloseTo(matrix[i][j], offset(1e-10 * matrix[i][i]));
            }
        }
    }

    @Test
    void fewerVectorsThanElementsAreNotPositiveDefinite() {
        // 40 × 40 inner products of vectors of 30 elements.
        assertThat(Cholesky.factor(gram(40, 30), Workers.CALLER)).isFalse();
        assertThat(Cholesky.factor(new double[3][3], Workers.CALLER)).isFalse();
        assertThat(Cholesky.factor(new double[][] {{-1}}, Workers.CALLER)).isFalse();
        assertThat(Cholesky.factor(new double[][] {{Double.NaN}}, Workers.CALLER))
                .isFalse();
    }
}
