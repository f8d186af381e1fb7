package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.spectralVector;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.values;
import static org.initweights.Initializers.weightNormGain;
import static org.initweights.Initializers.zeros;
import static org.initweights.SingularSide.LEFT;
import static org.initweights.SingularSide.RIGHT;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The vectors of spectral normalization, against singular values that are known. */
class SpectralVectorTest {

    /** {@code numpy.linalg.svd} of the same numbers, a matrix and a transposed convolution. */
    private static final double[] NUMPY_LEFT = {
        -0.9930533615670276, 0.057614708289766385, 0.08891334882788553, -0.05118576823026572
    };

    private static final double[] NUMPY_RIGHT = {-0.9942559445985939, -0.03835480924551579, 0.09992009426585624};

    private static final double[] NUMPY_LEFT_OF_AXIS_1 = {
        0.996421350338726, 0.04553774760262638, -0.059193947693489554, 0.0395838690490114
    };

    private static final double[] NUMPY_RIGHT_OF_AXIS_1 = {
        0.7999982934759291,
        0.5939813821801665,
        0.04534812109057015,
        0.05755414242020786,
        -0.0418997099120194,
        0.00802065907881805
    };

    @Test
    void areThoseOfNumpy() {
        Weights weights = Weights.of(w -> w.tensor(
                        "w", DType.F64, table("(i0 == i1 ? 3 - i0 : 0) + sin(5 * i0 + i1 * i1) / 4"), 4, 3)
                .tensor("u", DType.F64, spectralVector("w", LEFT, 0, 60), 4)
                .tensor("v", DType.F64, spectralVector("w", RIGHT, 0, 60), 3)
                .tensor("soon", DType.F32, spectralVector("w", LEFT), 4)
                .tensor("t", DType.F64, table("(i0 == i1 ? 4 - i0 - i2 : 0) + cos(i0 + 2 * i1 - i2) / 5"), 3, 4, 2)
                .tensor("t_u", DType.F64, spectralVector("t", LEFT, 1, 60), 4)
                .tensor("t_v", DType.F64, spectralVector("t", RIGHT, 1, 60), 6));
        weights.initialize(1);
        assertIs(weights.doubles("u"), NUMPY_LEFT, 1e-13);
        assertIs(weights.doubles("v"), NUMPY_RIGHT, 1e-13);
        assertIs(weights.doubles("t_u"), NUMPY_LEFT_OF_AXIS_1, 1e-13);
        assertIs(weights.doubles("t_v"), NUMPY_RIGHT_OF_AXIS_1, 1e-13);
        double[] soon = new double[4];
        Arrays.setAll(soon, weights.get("soon")::get);
        // The second singular value is 0.646 of the first, and 0.646³⁰ is 2e-6.
        assertIs(soon, NUMPY_LEFT, 1e-5);
    }

    /** Up to their sign, which means nothing. */
    private static void assertIs(double[] found, double[] expected, double tolerance) {
        double sign = Math.signum(found[0] * expected[0]);
        for (int i = 0; i < expected.length; i++) {
            assertThat(sign * found[i]).isCloseTo(expected[i], within(tolerance));
        }
    }

    /** Matrices that are made of their singular vectors, with a gap behind the first value: 0.4³⁰ is 1e-12. */
    @Test
    void areThoseThatTheMatrixIsMadeOf() {
        Random random = new Random(7);
        for (int trial = 0; trial < 50; trial++) {
            int rows = 2 + random.nextInt(12);
            int columns = 2 + random.nextInt(12);
            double[][] left = basis(rows, random);
            double[][] right = basis(columns, random);
            double[] matrix = new double[rows * columns];
            double value = 5;
            for (int k = 0; k < Math.min(rows, columns); k++, value *= k == 1 ? 0.4 : 0.9) {
                for (int i = 0; i < rows * columns; i++) {
                    matrix[i] += value * left[k][i / columns] * right[k][i % columns];
                }
            }
            Weights weights = Weights.of(w -> w.tensor("w", DType.F64, values(matrix), rows, columns)
                            .nonTrainable(b -> b.tensor("u", DType.F64, spectralVector("w", LEFT), rows)
                                    .tensor("v", DType.F64, spectralVector("w", RIGHT), columns)))
                    .initialize(trial);
            assertIs(weights.doubles("u"), left[0], 1e-9);
            assertIs(weights.doubles("v"), right[0], 1e-9);
            assertThat(weights.get("u").isTrainable()).isFalse();
            // They belong to each other: uᵀ W v is the value itself, not its opposite.
            double sigma = 0;
            for (int i = 0; i < matrix.length; i++) {
                sigma += matrix[i] * weights.doubles("u")[i / columns] * weights.doubles("v")[i % columns];
            }
            assertThat(sigma).isCloseTo(5, within(1e-12));
        }
    }

    /** The rows of a product of reflections. */
    private static double[][] basis(int size, Random random) {
        double[][] basis = new double[size][size];
        for (int i = 0; i < size; i++) {
            basis[i][i] = 1;
        }
        for (int reflection = 0; reflection < 3; reflection++) {
            double[] normal = random.doubles(size, -1, 1).toArray();
            double square = Arrays.stream(normal).map(x -> x * x).sum();
            for (double[] row : basis) {
                double along = 0;
                for (int i = 0; i < size; i++) {
                    along += row[i] * normal[i];
                }
                for (int i = 0; i < size; i++) {
                    row[i] -= 2 * along / square * normal[i];
                }
            }
        }
        return basis;
    }

    /** The last half step of the power method, by loops over what is stored. */
    @Test
    void belongToEachOtherBeforeTheyConverge() {
        for (int iterations : new int[] {1, 2, 15}) {
            Weights weights = Weights.of(w -> w.tensor("w", DType.F64, normal(), 20, 30)
                            .tensor("u", DType.F64, spectralVector("w", LEFT, 0, iterations), 20)
                            .tensor("v", DType.F64, spectralVector("w", RIGHT, 0, iterations), 30))
                    .initialize(3);
            double[] product = new double[30];
            for (int i = 0; i < 600; i++) {
                product[i % 30] += weights.doubles("w")[i] * weights.doubles("u")[i / 30];
            }
            double norm = Math.sqrt(Arrays.stream(product).map(x -> x * x).sum());
            for (int i = 0; i < 30; i++) {
                assertThat(weights.doubles("v")[i]).isCloseTo(product[i] / norm, within(1e-15));
            }
        }
    }

    @Test
    void ofZerosAreZeros() {
        Weights weights = Weights.of(w -> w.tensor("w", zeros(), 3, 2).tensor("u", spectralVector("w", LEFT), 3))
                .initialize(1);
        assertThat(weights.floats("u")).containsOnly(0);
    }

    @Test
    void ofOneRowAreOneAndTheRow() {
        Weights weights = Weights.of(w -> w.tensor("w", DType.F64, values(3, 4), 1, 2)
                        .tensor("u", DType.F64, spectralVector("w", LEFT, 0, 1), 1)
                        .tensor("v", DType.F64, spectralVector("w", RIGHT, 0, 1), 2)
                        .tensor("length", DType.F64, weightNormGain("u", -1)))
                .initialize(1);
        double sign = weights.doubles("u")[0];
        assertThat(Math.abs(sign)).isEqualTo(1);
        assertThat(weights.doubles("v")[0] * sign).isCloseTo(0.6, within(1e-16));
        assertThat(weights.doubles("v")[1] * sign).isCloseTo(0.8, within(1e-15));
        assertThat(weights.doubles("length")).containsExactly(1);
    }

    @Test
    void refuseWhatDoesNotFit() {
        refused(
                w -> w.tensor("w", ones(), 4).tensor("u", spectralVector("w", LEFT), 4),
                "u: spectralVector(\"w\", LEFT, 0) needs a matrix or more, but w is [4]; the spectral norm of a vector is its"
                        + " length, and has no such buffers [DerivedShape]");
        refused(
                w -> w.tensor("w", ones(), 4, 3, 2).tensor("u", spectralVector("w", LEFT), 3),
                "u: spectralVector(\"w\", LEFT, 0) gives a vector with one element for each place on axis 0 of w [4, 3, 2], but"
                        + " [3] is not its shape; use [4] [DerivedShape]");
        refused(
                w -> w.tensor("w", ones(), 4, 3, 2).tensor("v", spectralVector("w", RIGHT, 1, 15), 6),
                "v: spectralVector(\"w\", RIGHT, 1) gives a vector with one element for each element beside axis 1 of w"
                        + " [4, 3, 2], but [6] is not its shape; use [8] [DerivedShape]");
        refused(
                w -> w.tensor("w", ones(), 4, 3).tensor("u", spectralVector("w", LEFT, 2, 15), 4),
                "u: spectralVector(\"w\", LEFT, 2) needs axis 2 of w, but that is [4, 3]; count axes from 0 [DerivedAxis]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spectralVector("w", LEFT, 0, 0))
                .withMessageContaining("iterations must be 1 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spectralVector("", LEFT))
                .withMessageContaining("EmptyName");
    }

    /** No heap of this machine holds so many doubles; nothing of them is drawn. */
    @Test
    void refuseWhatDoesNotFitIntoTheHeap() {
        Plan plan =
                Plan.of(w -> w.tensor("w", normal(), 1 << 20, 1 << 20).tensor("u", spectralVector("w", LEFT), 1 << 20));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.parameters().get("u").draw(0, 1, RandomSource.seeded(1), new float[1]))
                .withMessageStartingWith(
                        "u: left singular vector of w, 15 iterations looks at [1048576, 1048576] as a whole,"
                                + " which takes 8796134965248 bytes of heap")
                .withMessageEndingWith("m) [DerivedMemory]");
    }

    private static void refused(Consumer<WeightsBuilder> model, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Weights.of(model)).withMessage(message);
    }
}
