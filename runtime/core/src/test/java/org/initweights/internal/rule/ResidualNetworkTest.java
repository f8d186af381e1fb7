package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.mupBranchHidden;

import java.util.Arrays;
import java.util.Random;
import org.initweights.DType;
import org.initweights.Optimizer;
import org.initweights.Parameter;
import org.initweights.Plan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the numbers of the depth are for, in a network of plain loops, x + b · W tanh(x) in each block: what the last block gives, and how far a
 * first step of training moves it, do not depend on the number of blocks. The seed is fixed, so that there is no chance in it.
 */
class ResidualNetworkTest {

    private static final int WIDTH = 48;
    private static final int BASE_DEPTH = 8;
    private static final int DEEP = 256;

    private static double size(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(x -> x * x).sum() / values.length);
    }

    /** The size at the start, and that of the change by a step. */
    private static double[] sizes(int depth, double branch, Optimizer optimizer, double rate) {
        Network network = new Network(depth, branch);
        double[] start = network.last();
        network.step(optimizer, rate);
        double[] change = network.last();
        Arrays.setAll(change, i -> change[i] - start[i]);
        return new double[] {size(start), size(change)};
    }

    @ParameterizedTest
    @CsvSource({"0.5, ADAM, 0.0001", "1, ADAM, 0.0001", "0.5, SGD, 0.01", "1, SGD, 0.01"})
    void aStepMovesDeepAndShallowModelsEquallyFar(double alpha, Optimizer optimizer, double rate) {
        double[] shallow = sizes(BASE_DEPTH, 1 / 3.0, optimizer, rate);
        Parameter weight = Plan.of(
                        p -> p.tensor("w", DType.F32, mupBranchHidden(1, WIDTH, DEEP, BASE_DEPTH, alpha), WIDTH, WIDTH))
                .parameters()
                .get("w");
        double[] deep =
                sizes(DEEP, weight.branchMultiplier() / 3, optimizer, rate * weight.learningRateScale(optimizer));
        // With α = 1 what random blocks add together becomes small beside the stream, while what they learn does not.
        assertThat(deep[0] / shallow[0]).isBetween(0.5, 1.5);
        assertThat(deep[1] / shallow[1]).isBetween(1 / 1.5, 1.5);
        double[] unscaled = sizes(DEEP, 1 / 3.0, optimizer, rate);
        assertThat(unscaled[1] / shallow[1]).isGreaterThan(10);
    }

    private static final class Network {

        private final double[][] weights;
        private final double branch;
        private final double[][] streams;

        Network(int depth, double branch) {
            Random random = new Random(3);
            this.branch = branch;
            this.weights = new double[depth][WIDTH * WIDTH];
            for (double[] weight : weights) {
                Arrays.setAll(weight, i -> random.nextGaussian() / Math.sqrt(WIDTH));
            }
            this.streams = new double[depth + 1][WIDTH];
            Arrays.setAll(streams[0], i -> random.nextGaussian());
            forward();
        }

        private void forward() {
            for (int l = 0; l < weights.length; l++) {
                for (int i = 0; i < WIDTH; i++) {
                    double sum = 0;
                    for (int j = 0; j < WIDTH; j++) {
                        sum += weights[l][i * WIDTH + j] * Math.tanh(streams[l][j]);
                    }
                    streams[l + 1][i] = streams[l][i] + branch * sum;
                }
            }
        }

        /** A step for a loss whose gradient by the last stream alternates between 1 / WIDTH and -1 / WIDTH. */
        void step(Optimizer optimizer, double rate) {
            double[] gradient = new double[WIDTH];
            Arrays.setAll(gradient, i -> (i % 2 == 0 ? 1.0 : -1.0) / WIDTH);
            for (int l = weights.length - 1; l >= 0; l--) {
                double[] before = gradient.clone();
                for (int j = 0; j < WIDTH; j++) {
                    double taken = Math.tanh(streams[l][j]);
                    double sum = 0;
                    for (int i = 0; i < WIDTH; i++) {
                        sum += weights[l][i * WIDTH + j] * gradient[i];
                        double byWeight = branch * gradient[i] * taken;
                        weights[l][i * WIDTH + j] -=
                                rate * (optimizer == Optimizer.ADAM ? Math.signum(byWeight) : byWeight);
                    }
                    before[j] += branch * sum * (1 - taken * taken);
                }
                gradient = before;
            }
            forward();
        }

        double[] last() {
            return streams[weights.length].clone();
        }
    }
}
