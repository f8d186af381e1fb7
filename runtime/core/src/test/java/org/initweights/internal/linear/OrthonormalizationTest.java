package org.initweights.internal.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.initweights.internal.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrthonormalizationTest {

    /** Numbers of vectors and their lengths, also around the borders of pairs, blocks, tiles and cached parts. */
    private static final String SHAPES = """
            1, 1
            1, 5
            2, 2
            7, 40
            80, 81
            80, 80
            81, 81
            1, 100000
            3, 100000
            50, 9000
            64, 255
            65, 256
            66, 257
            127, 513
            255, 255
            255, 256
            256, 256
            255, 257
            256, 257
            257, 257
            258, 258
            259, 1000
            321, 322
            322, 1025
            511, 513
            513, 513
            640, 700
            """;

    @ParameterizedTest
    @CsvSource(textBlock = SHAPES)
    void isOrthonormal(int vectors, int length) {
        double[][] q = normals(vectors, length, 1);
        Orthonormalization.orthonormalize(q, Workers.COMMON_POOL);
        assertThat(deviation(q)).isLessThan(1e-11);
    }

    @ParameterizedTest
    @CsvSource(textBlock = SHAPES)
    void isTheQOfGramAndSchmidt(int vectors, int length) {
        double[][] q = normals(vectors, length, 2);
        double[][] expected = copy(q);
        gramSchmidt(expected);
        Orthonormalization.orthonormalize(q, Workers.CALLER);
        assertThat(distance(q, expected)).isLessThan(1e-9);
    }

    @ParameterizedTest
    @CsvSource(textBlock = SHAPES)
    void blocksAreForFewVectorsToo(int vectors, int length) {
        double[][] q = normals(vectors, length, 2);
        double[][] expected = copy(q);
        Orthonormalization.orthonormalize(expected, Workers.CALLER);
        BlockGramSchmidt.orthonormalize(q, Workers.COMMON_POOL);
        assertThat(distance(q, expected)).isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 128, 300, 513, 700})
    void hasTheSameBitsWhoeverDoesTheWork(int size) {
        double[][] expected = normals(size, size + 3, 3);
        double[][] pool = copy(expected);
        double[][] reversed = copy(expected);
        Orthonormalization.orthonormalize(expected, Workers.CALLER);
        Orthonormalization.orthonormalize(pool, Workers.COMMON_POOL);
        Orthonormalization.orthonormalize(reversed, OrthonormalizationTest::lastFirstOnThreeThreads);
        assertThat(pool).isDeepEqualTo(expected);
        assertThat(reversed).isDeepEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"300, 1e-3", "300, 1e-6", "300, 1e-9", "300, 1e-12", "256, 1e-6", "101, 1e-6", "20, 1e-6"})
    void isOrthonormalIfOneVectorIsNearlyAnother(int size, double distance) {
        double[][] q = normals(size, size, 4);
        for (int i = 0; i < size; i++) {
            q[size - 1][i] = q[0][i] + distance * q[size - 1][i];
        }
        checkAllButDigitsThatAreLost(q, distance);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-6, 1e-9})
    void isOrthonormalIfAllVectorsAreNearlyTheSame(double distance) {
        double[][] q = normals(300, 400, 5);
        for (int k = 1; k < q.length; k++) {
            for (int i = 0; i < q[k].length; i++) {
                q[k][i] = q[0][i] + distance * q[k][i];
            }
        }
        checkAllButDigitsThatAreLost(q, distance);
    }

    @Test
    void isOrthonormalIfEachVectorIsNearlyTheOneBefore() {
        double[][] q = normals(300, 400, 6);
        for (int k = 1; k < q.length; k++) {
            for (int i = 0; i < q[k].length; i++) {
                q[k][i] = q[k - 1][i] + 1e-5 * q[k][i];
            }
        }
        checkAllButDigitsThatAreLost(q, 1e-5);
    }

    /** Triangular matrices of normals have condition numbers that grow exponentially with their size. */
    @ParameterizedTest
    @ValueSource(ints = {60, 120, 290})
    void isOrthonormalIfEachVectorAddsLittleToAllBefore(int size) {
        double[][] q = normals(size, size + 50, 11);
        double[][] factors = normals(size, size, 12);
        for (int k = size - 1; k >= 0; k--) {
            double[] sum = new double[size + 50];
            for (int j = 0; j <= k; j++) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += factors[k][j] * q[j][i];
                }
            }
            q[k] = sum;
        }
        BlockGramSchmidt.orthonormalize(q, Workers.COMMON_POOL);
        assertThat(deviation(q)).isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-30, 1e-3, 1e30})
    void lengthsOfVectorsDoNotMatter(double factor) {
        double[][] expected = normals(120, 130, 7);
        double[][] q = copy(expected);
        for (int k = 0; k < q.length; k += 3) {
            for (int i = 0; i < q[k].length; i++) {
                q[k][i] *= factor;
            }
        }
        Orthonormalization.orthonormalize(expected, Workers.CALLER);
        Orthonormalization.orthonormalize(q, Workers.CALLER);
        assertThat(distance(q, expected)).isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 120, 300})
    void isOrthonormalIfAVectorIsZero(int size) {
        double[][] q = normals(size, size, 8);
        Arrays.fill(q[size / 3], 0);
        Orthonormalization.orthonormalize(q, Workers.CALLER);
        assertThat(deviation(q)).isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 300})
    void isOrthonormalIfVectorsAreEqual(int size) {
        double[][] q = normals(size, size, 9);
        q[size / 2] = q[3].clone();
        q[size - 1] = q[4].clone();
        Orthonormalization.orthonormalize(q, Workers.CALLER);
        assertThat(deviation(q)).isLessThan(1e-9);
    }

    @Test
    void isOrthonormalIfNothingAtAllIsLeftOfAVector() {
        double[][] q = normals(300, 300, 13);
        for (int k : new int[] {0, 1, 299}) {
            Arrays.fill(q[k], 0);
            q[k][0] = 4 + 4 * k;
        }
        Orthonormalization.orthonormalize(q, Workers.CALLER);
        assertThat(deviation(q)).isLessThan(1e-9);
    }

    @Test
    void refusesWhatIsNotFinite() {
        double[][] vectors = normals(200, 200, 10);
        vectors[77][5] = Double.NaN;
        assertThatThrownBy(() -> Orthonormalization.orthonormalize(vectors, Workers.CALLER))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void noVectorsAreOrthonormal() {
        double[][] none = {};
        Orthonormalization.orthonormalize(none, Workers.CALLER);
        assertThat(none).isEmpty();
    }

    private static void checkAllButDigitsThatAreLost(double[][] vectors, double distance) {
        double[][] q = copy(vectors);
        Orthonormalization.orthonormalize(q, Workers.COMMON_POOL);
        assertThat(deviation(q)).isLessThan(1e-11);
        gramSchmidt(vectors);
        assertThat(distance(q, vectors)).isLessThan(1e-12 / distance);
    }

    /** The largest difference of an inner product from what it is for orthonormal vectors. */
    private static double deviation(double[][] q) {
        return IntStream.range(0, q.length)
                .parallel()
                .mapToDouble(i -> IntStream.rangeClosed(0, i)
                        .mapToDouble(j -> {
                            double difference = Math.abs(dot(q[i], q[j]) - (i == j ? 1 : 0));
                            return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
                        })
                        .max()
                        .orElse(0))
                .max()
                .orElse(0);
    }

    /** The largest difference of two elements. */
    private static double distance(double[][] a, double[][] b) {
        double distance = 0;
        for (int k = 0; k < a.length; k++) {
            for (int i = 0; i < a[k].length; i++) {
                // Not a number if one of them is not.
                distance = Math.max(distance, Math.abs(a[k][i] - b[k][i]));
            }
        }
        return distance;
    }

    /** Vector by vector, subtracting one projection at a time, all of it three times. */
    private static void gramSchmidt(double[][] vectors) {
        for (int k = 0; k < vectors.length; k++) {
            double[] vector = vectors[k];
            for (int times = 0; times < 3; times++) {
                for (int j = 0; j < k; j++) {
                    double dot = dot(vectors[j], vector);
                    for (int i = 0; i < vector.length; i++) {
                        vector[i] -= dot * vectors[j][i];
                    }
                }
                double length = Math.sqrt(dot(vector, vector));
                for (int i = 0; i < vector.length; i++) {
                    vector[i] /= length;
                }
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[][] normals(int vectors, int length, long seed) {
        Random random = new Random(seed);
        double[][] normals = new double[vectors][length];
        for (double[] vector : normals) {
            Arrays.setAll(vector, i -> random.nextGaussian());
        }
        return normals;
    }

    private static double[][] copy(double[][] vectors) {
        return Arrays.stream(vectors).map(double[]::clone).toArray(double[][]::new);
    }

    /** Does every third piece in a thread, from the last piece down. */
    private static void lastFirstOnThreeThreads(int pieces, IntConsumer work) {
        Thread[] threads = new Thread[3];
        for (int thread = 0; thread < threads.length; thread++) {
            int last = pieces - 1 - thread;
            threads[thread] = new Thread(() -> {
                for (int piece = last; piece >= 0; piece -= 3) {
                    work.accept(piece);
                }
            });
            threads[thread].start();
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
