package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made of stored tensors, against NumPy's: {@code start_golden.py} wrote the files. */
class BaseWeightsGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/start");

    private static final BaseWeights BASE = Initializers.from(GOLDEN.resolve("base.npz"));

    /** The mean of the vocabulary, its covariance, and the mean and the standard deviation of new elements of a bias. */
    private static double[][] resized;

    @BeforeAll
    static void read() throws IOException {
        resized = Files.readAllLines(GOLDEN.resolve("resized.txt")).stream()
                .map(BaseWeightsGoldenTest::numbers)
                .toArray(double[][]::new);
    }

    /** NumPy's A and B. */
    private static final class Matrices {

        private final double[] a;
        private final double[] b;

        Matrices(double[] a, double[] b) {
            this.a = a;
            this.b = b;
        }
    }

    private record Split(String method, String tensor, int rank, double scaling, Matrices expected) {

        double[] a() {
            return expected.a;
        }

        double[] b() {
            return expected.b;
        }

        AdapterWeights made() {
            return method.equals("pissa") ? BASE.pissa(tensor, rank, scaling) : BASE.olora(tensor, rank, scaling);
        }

        int rows() {
            return b().length / rank;
        }

        int columns() {
            return a().length / rank;
        }

        @Override
        public String toString() {
            return method + " of " + tensor + " [" + rows() + ", " + columns() + "], rank " + rank;
        }
    }

    static List<Split> splits() throws IOException {
        List<String> lines = Files.readAllLines(GOLDEN.resolve("split.txt"));
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 3) {
            String[] words = lines.get(i).split(" ", -1);
            splits.add(new Split(
                    words[0],
                    words[1],
                    Integer.parseInt(words[2]),
                    Double.parseDouble(words[3]),
                    new Matrices(numbers(lines.get(i + 1)), numbers(lines.get(i + 2)))));
        }
        return splits;
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double[] made(Initializer initializer, long... shape) {
        return Weights.of(w -> w.tensor("w", DType.F64, initializer, shape))
                .initialize(1)
                .doubles("w");
    }

    /** Signs of the vectors are free, but those of a row of A and of the column of B are the same. */
    @ParameterizedTest
    @MethodSource("splits")
    void partsOfAdaptersAreThoseOfLapack(Split split) {
        int rank = split.rank();
        int columns = split.columns();
        double[] a = made(split.made().a(), rank, columns);
        double[] b = made(split.made().b(), split.rows(), rank);
        double[] residual = made(split.made().residual(), split.rows(), columns);
        double[] rest = made(BASE.copy(split.tensor()), split.rows(), columns);
        for (int i = 0; i < rank; i++) {
            double product = 0;
            for (int row = 0; row < split.rows(); row++) {
                product += b[row * rank + i] * split.b()[row * rank + i];
            }
            double sign = Math.signum(product);
            for (int column = 0; column < columns; column++) {
                assertThat(a[i * columns + column])
                        .as("A [%d, %d]", i, column)
                        .isCloseTo(sign * split.a()[i * columns + column], offset(1e-8));
            }
            for (int row = 0; row < split.rows(); row++) {
                assertThat(b[row * rank + i])
                        .as("B [%d, %d]", row, i)
                        .isCloseTo(sign * split.b()[row * rank + i], offset(1e-8));
                for (int column = 0; column < columns; column++) {
                    rest[row * columns + column] -=
                            split.scaling() * split.b()[row * rank + i] * split.a()[i * columns + column];
                }
            }
        }
        assertThat(residual).containsExactly(rest, offset(1e-8));
    }

    @Test
    void newRowsHaveNumPysMeanAndCovariance() {
        int added = 40_000;
        double[] made = made(BASE.resized("vocabulary"), 60 + added, 12);
        assertThat(Arrays.copyOf(made, 60 * 12)).isEqualTo(made(BASE.copy("vocabulary"), 60, 12));
        double[] expected = resized[1];
        for (int i = 0; i < 12; i++) {
            double sum = 0;
            for (int row = 60; row < 60 + added; row++) {
                sum += made[row * 12 + i] - resized[0][i];
            }
            assertThat(sum / added).isCloseTo(0, offset(6 * Math.sqrt(expected[i * 12 + i] / added)));
            for (int j = 0; j < 12; j++) {
                double products = 0;
                for (int row = 60; row < 60 + added; row++) {
                    products += (made[row * 12 + i] - resized[0][i]) * (made[row * 12 + j] - resized[0][j]);
                }
                double spread = Math.sqrt(
                        (expected[i * 12 + i] * expected[j * 12 + j] + Math.pow(expected[i * 12 + j], 2)) / added);
                assertThat(products / added).isCloseTo(expected[i * 12 + j], offset(6 * spread));
            }
        }
    }

    @Test
    void newElementsOfABiasHaveNumPysMeanAndDeviation() {
        int added = 40_000;
        double[] made = made(BASE.resized("bias"), 60 + added);
        assertThat(Arrays.copyOf(made, 60)).isEqualTo(made(BASE.copy("bias"), 60));
        double mean = resized[2][0];
        double std = resized[2][1];
        double sum = 0;
        double squares = 0;
        for (int i = 60; i < made.length; i++) {
            sum += made[i] - mean;
            squares += (made[i] - mean) * (made[i] - mean);
        }
        assertThat(sum / added).isCloseTo(0, offset(6 * std / Math.sqrt(added)));
        // The standard error of the variance of n normals is √(2 / n) of it.
        assertThat(squares / added).isCloseTo(std * std, offset(6 * std * std * Math.sqrt(2.0 / added)));
    }
}
