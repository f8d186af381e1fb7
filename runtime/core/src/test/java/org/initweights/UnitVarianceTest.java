package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LSUV on a plain network of linear layers, which this test runs itself. */
class UnitVarianceTest {

    private static final int BATCH = 64;
    private static final int[] WIDTHS = {12, 40, 24, 8};

    /** Data with a mean and a deviation that are far from 0 and 1. */
    private static double[][] data() {
        Random random = new Random(5);
        double[][] batch = new double[BATCH][WIDTHS[0]];
        for (double[] row : batch) {
            for (int i = 0; i < row.length; i++) {
                row[i] = 30 + 7 * random.nextGaussian();
            }
        }
        return batch;
    }

    private static Weights network(DType dtype) {
        return Weights.of(b -> {
                    for (int i = 1; i < WIDTHS.length; i++) {
                        b.tensor("l" + i + ".weight", TensorShape.of(WIDTHS[i], WIDTHS[i - 1]), dtype, normal());
                        b.tensor("l" + i + ".bias", TensorShape.of(WIDTHS[i]), dtype, normal(0, 0.1));
                    }
                })
                .initialize(3);
    }

    /** What each layer gives before its non-linearity, for all rows of the batch. */
    private static List<double[][]> outputs(Weights weights, DoubleUnaryOperator activation) {
        List<double[][]> outputs = new ArrayList<>();
        double[][] x = data();
        for (int layer = 1; layer < WIDTHS.length; layer++) {
            Parameter weight = weights.get("l" + layer + ".weight");
            Parameter bias = weights.get("l" + layer + ".bias");
            double[][] y = new double[BATCH][WIDTHS[layer]];
            double[][] next = new double[BATCH][WIDTHS[layer]];
            for (int row = 0; row < BATCH; row++) {
                for (int out = 0; out < WIDTHS[layer]; out++) {
                    double sum = bias.get(out);
                    for (int in = 0; in < WIDTHS[layer - 1]; in++) {
                        sum += weight.get((long) out * WIDTHS[layer - 1] + in) * x[row][in];
                    }
                    y[row][out] = sum;
                    next[row][out] = activation.applyAsDouble(sum);
                }
            }
            outputs.add(y);
            x = next;
        }
        return outputs;
    }

    private static double variance(double[][] values) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (double[] row : values) {
            for (double value : row) {
                sum += value;
                squares += value * value;
                count++;
            }
        }
        double mean = sum / count;
        return squares / count - mean * mean;
    }

    private static double relu(double x) {
        return Math.max(0, x);
    }

    private static int layer(Parameter weight) {
        return weight.name().charAt(1) - '1';
    }

    private static UnitVariance relu(Weights weights) {
        return UnitVariance.of(
                weight -> variance(outputs(weights, UnitVarianceTest::relu).get(layer(weight))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1e-3, 1e-6})
    void eachLayerGivesTheVarianceOne(double tolerance) {
        Weights weights = network(DType.F64);
        Parameters matrices = weights.parameters().ofRank(2);

        List<UnitVariance.Scaling> scalings =
                relu(weights).withTolerance(tolerance).withAttempts(50).initialize(matrices, RandomSource.seeded(7));

        List<double[][]> outputs = outputs(weights, UnitVarianceTest::relu);
        assertThat(scalings)
                .extracting(UnitVariance.Scaling::name)
                .containsExactly("l1.weight", "l2.weight", "l3.weight");
        for (int i = 0; i < scalings.size(); i++) {
            assertThat(variance(outputs.get(i))).isCloseTo(1, offset(tolerance));
            assertThat(scalings.get(i).variance()).isEqualTo(variance(outputs.get(i)));
            assertThat(scalings.get(i).count()).isBetween(1, 50);
        }
    }

    /** The weight is an orthogonal matrix times the factor, and no other parameter was written. */
    @Test
    void weightsAreOrthogonalTimesTheirFactor() {
        Weights weights = network(DType.F64);
        Weights before = network(DType.F64);
        Parameters matrices = weights.parameters().ofRank(2);

        List<UnitVariance.Scaling> scalings = relu(weights).initialize(matrices, RandomSource.seeded(7));

        for (UnitVariance.Scaling scaling : scalings) {
            Parameter weight = weights.get(scaling.name());
            double[] start = new double[(int) weight.elements()];
            orthogonal().fill(scaling.name(), start, weight.shape(), RandomSource.seeded(7));
            for (int i = 0; i < start.length; i++) {
                assertThat(weight.get(i)).isCloseTo(start[i] * scaling.factor(), offset(1e-14));
            }
        }
        for (int layer = 1; layer < WIDTHS.length; layer++) {
            String bias = "l" + layer + ".bias";
            for (int i = 0; i < WIDTHS[layer]; i++) {
                assertThat(weights.get(bias).get(i)).isEqualTo(before.get(bias).get(i));
            }
        }
    }

    /** A linear layer without a bias needs one scaling; one whose output has the variance 1 needs none. */
    @Test
    void aLinearLayerIsDoneAfterOneScaling() {
        double[] tensor = new double[16];
        Parameters one = Parameters.of(b -> b.tensor("w", tensor, normal(), 4, 4));
        UnitVariance lsuv =
                UnitVariance.of(weight -> 9 * weight.get(5) * weight.get(5)).withTolerance(1e-12);

        UnitVariance.Scaling scaling =
                lsuv.withAttempts(1).initialize(one, RandomSource.seeded(1)).get(0);

        assertThat(scaling.count()).isEqualTo(1);
        assertThat(Math.abs(tensor[5])).isCloseTo(1.0 / 3, offset(1e-15));
        assertThat(UnitVariance.of(weight -> 1.05).initialize(one, RandomSource.seeded(1)))
                .containsExactly(new UnitVariance.Scaling("w", 1, 1.05, 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"F64", "F32", "F16", "BF16"})
    void anyTypeIsScaledAndRounded(DType dtype) {
        Weights weights = network(dtype);

        relu(weights).withTolerance(0.02).initialize(weights.parameters().ofRank(2), RandomSource.seeded(7));

        for (double[][] output : outputs(weights, UnitVarianceTest::relu)) {
            assertThat(variance(output)).isCloseTo(1, offset(0.02));
        }
    }

    /** More than a piece of 65536 elements. */
    @Test
    void largeWeightsAreScaledAsAWhole() {
        float[] tensor = new float[300 * 500];
        float[] start = new float[tensor.length];
        Parameters one = Parameters.of(b -> b.tensor("w", tensor, normal(), 300, 500));

        UnitVariance.of(weight -> weight.get(0) == start[0] ? 4 : 1).initialize(one, RandomSource.seeded(1));
        assertThat(tensor).isNotEqualTo(start);
        orthogonal().fill("w", start, TensorShape.of(300, 500), RandomSource.seeded(1));
        UnitVariance.of(weight -> weight.get(0) == start[0] ? 4 : 1).initialize(one, RandomSource.seeded(1));

        for (int i = 0; i < tensor.length; i++) {
            assertThat(tensor[i]).isEqualTo(start[i] / 2);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void variancesThatNoFactorMendsAreRefused(double variance) {
        Parameters weights = network(DType.F32).parameters().ofRank(2);

        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> UnitVariance.of(weight -> weight.name().startsWith("l2") ? variance : 1)
                        .initialize(weights, RandomSource.seeded(1)))
                .withMessageStartingWith("the layer of l2.weight gives the variance ")
                .withMessageContaining(", which no factor makes 1; ")
                .withMessageEndingWith("[UnitVarianceOutput]");
    }

    /** Behind a bounded function the variance stays below 1, however large the weight. */
    @Test
    void aVarianceThatIsNotReachedIsRefused() {
        Weights weights = network(DType.F64);
        int[] runs = new int[1];
        UnitVariance behind = UnitVariance.of(weight -> {
            runs[0]++;
            double[][] output = outputs(weights, UnitVarianceTest::relu).get(layer(weight));
            for (double[] row : output) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = Math.tanh(row[i]) / 2;
                }
            }
            return variance(output);
        });

        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() ->
                        behind.withAttempts(4).initialize(weights.parameters().ofRank(2), RandomSource.seeded(1)))
                .withMessageStartingWith("the layer of l1.weight gives the variance 0.")
                .withMessageContaining(" after 4 scalings; measure before the non-linearity")
                .withMessageEndingWith("[UnitVarianceAttempts]");
        assertThat(runs[0]).isEqualTo(5);
    }

    /** Before anything is written. */
    @Test
    void parametersThatAreNoLayersAreRefused() {
        Weights weights = network(DType.F64);
        double first = weights.get("l1.weight").get(0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitVariance.of(weight -> 2).initialize(weights.parameters(), RandomSource.seeded(1)))
                .withMessageContaining("OrthogonalRank");
        assertThat(weights.get("l1.weight").get(0)).isEqualTo(first);
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        UnitVariance lsuv = UnitVariance.of(weight -> 1);
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> lsuv.withTolerance(0))
                .withMessageStartingWith("unitVariance(tolerance = 0) is refused: tolerance ");
        assertThatExceptionOfType(InitializationException.class).isThrownBy(() -> lsuv.withTolerance(Double.NaN));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> lsuv.withAttempts(0))
                .withMessageStartingWith("unitVariance(attempts = 0) is refused: attempts ");
    }
}
