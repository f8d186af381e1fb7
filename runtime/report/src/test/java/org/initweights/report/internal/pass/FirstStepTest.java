package org.initweights.report.internal.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.mupHidden;
import static org.initweights.Initializers.mupInput;
import static org.initweights.Initializers.mupOutput;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.initweights.ForwardPath;
import org.initweights.Layout;
import org.initweights.Nonlinearity;
import org.initweights.Optimizer;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.report.TrainingStep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Against a small network in plain loops, whose gradients are difference quotients of the loss and whose weights are updated one by one. The
 * multipliers are written by hand: width 6 of base 3.
 */
class FirstStepTest {

    private static final int DATA = 4;
    private static final int WIDTH = 6;
    private static final int CLASSES = 3;
    private static final double OUTPUT_MULTIPLIER = 0.5;
    private static final double[] SGD_SCALES = {2, 1, 2};
    private static final double[] ADAM_SCALES = {1, 0.5, 1};
    private static final double RATE = 0.03;

    private final double[] in = new double[WIDTH * DATA];
    private final double[] hidden = new double[WIDTH * WIDTH];
    private final double[] out = new double[CLASSES * WIDTH];
    private final List<double[]> weights = List.of(in, hidden, out);

    /** The first layer is stored as [out, in], the second as [in, out]. */
    private List<PathLayer> layers() {
        TensorShape keras = TensorShape.of(WIDTH, WIDTH).withLayout(Layout.SPATIAL_IN_OUT);
        Parameters parameters = Parameters.of(p -> p.tensor("in", in, mupInput(3), WIDTH, DATA)
                .tensor("hidden", hidden, mupHidden(3), keras)
                .tensor("out", out, mupOutput(3), CLASSES, WIDTH));
        Random random = new Random(5);
        weights.forEach(weight -> Arrays.setAll(weight, i -> random.nextGaussian()));
        return PathLayer.of(ForwardPath.of(parameters)
                .then("in", Nonlinearity.LINEAR)
                .then("hidden", Nonlinearity.TANH)
                .then("out", Nonlinearity.SIGMOID));
    }

    /** What the three layers give, one after the other. */
    private double[][] forward(double[] x) {
        double[] a = new double[WIDTH];
        double[] b = new double[WIDTH];
        double[] y = new double[CLASSES];
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < DATA; j++) {
                a[i] += in[i * DATA + j] * x[j];
            }
        }
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                b[i] += hidden[j * WIDTH + i] * Math.tanh(a[j]);
            }
        }
        for (int i = 0; i < CLASSES; i++) {
            for (int j = 0; j < WIDTH; j++) {
                y[i] += OUTPUT_MULTIPLIER * out[i * WIDTH + j] / (1 + Math.exp(-b[j]));
            }
        }
        return new double[][] {a, b, y};
    }

    private double loss(double[] x, double[] byOutputs) {
        double[] y = forward(x)[2];
        double loss = 0;
        for (int i = 0; i < CLASSES; i++) {
            loss += byOutputs[i] * y[i];
        }
        return loss;
    }

    private double[] gradient(double[] weight, double[] x, double[] byOutputs) {
        double step = 1e-5;
        double[] gradient = new double[weight.length];
        for (int i = 0; i < weight.length; i++) {
            double value = weight[i];
            weight[i] = value + step;
            double above = loss(x, byOutputs);
            weight[i] = value - step;
            gradient[i] = (above - loss(x, byOutputs)) / (2 * step);
            weight[i] = value;
        }
        return gradient;
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void changesWhatTrainingWithWholeMatricesDoes(Optimizer optimizer) {
        List<PathLayer> layers = layers();
        double[][] inputs = {{0.3, -1, 0.7, 2}, {-0.2, 0.1, 1.5, -0.4}};
        double[][] byOutputs = {{1, -2, 0.5}, {-0.3, 0.8, 1.1}};
        ForwardPass pass = ForwardPass.of(layers, inputs);
        List<double[][]> changes = new FirstStep(layers, new TrainingStep(optimizer, RATE)).changes(pass, byOutputs);
        for (int input = 0; input < inputs.length; input++) {
            double[][] before = forward(inputs[input]);
            double[][] after = trained(optimizer, inputs[input], byOutputs[input]);
            for (int l = 0; l < 3; l++) {
                double[] expected = new double[before[l].length];
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = after[l][i] - before[l][i];
                }
                assertThat(pass.outputs(l)[input]).containsExactly(before[l], within(1e-12));
                assertThat(changes.get(l)[input]).containsExactly(expected, within(1e-8));
            }
        }
    }

    /** What the layers give after a step on this input; the weights are put back. */
    private double[][] trained(Optimizer optimizer, double[] x, double[] byOutputs) {
        List<double[]> kept = weights.stream().map(double[]::clone).toList();
        List<double[]> gradients =
                weights.stream().map(weight -> gradient(weight, x, byOutputs)).toList();
        for (int w = 0; w < 3; w++) {
            for (int i = 0; i < weights.get(w).length; i++) {
                double gradient = gradients.get(w)[i];
                weights.get(w)[i] -= optimizer == Optimizer.SGD
                        ? RATE * SGD_SCALES[w] * gradient
                        : RATE * ADAM_SCALES[w] * gradient / Math.sqrt(gradient * gradient);
            }
        }
        double[][] after = forward(x);
        for (int w = 0; w < 3; w++) {
            System.arraycopy(kept.get(w), 0, weights.get(w), 0, kept.get(w).length);
        }
        return after;
    }
}
