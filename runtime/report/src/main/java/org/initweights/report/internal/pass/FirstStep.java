package org.initweights.report.internal.pass;

import java.util.ArrayList;
import java.util.List;
import org.initweights.Optimizer;
import org.initweights.Parameter;
import org.initweights.report.TrainingStep;

/**
 * The first step of training on one input, for each input by itself. The gradient by a weight is then a matrix of rank one, δ aᵀ, with δ the
 * gradient by what the layer gives and a what the weight takes. So is what the step adds to the weight: SGD adds a multiple of the gradient,
 * and Adam, whose first step is the gradient divided by its own magnitude, a multiple of its sign, sign(δ) sign(a)ᵀ. No matrix is stored.
 */
final class FirstStep {

    private final List<PathLayer> layers;
    private final TrainingStep step;

    FirstStep(List<PathLayer> layers, TrainingStep step) {
        this.layers = layers;
        this.step = step;
    }

    /**
     * By how much the step changes what each layer gives for the input that it was made on.
     *
     * @param pass the pass before the step
     * @param byOutputs the gradients by what the last layer gives
     */
    List<double[][]> changes(ForwardPass pass, double[][] byOutputs) {
        List<double[][]> gradients = gradients(pass, byOutputs);
        List<double[][]> changes = new ArrayList<>();
        double[][] before = pass.given().get(0);
        for (int l = 0; l < layers.size(); l++) {
            PathLayer layer = layers.get(l);
            double[][] activated = layer.activated(before);
            before = layer.outputs(activated);
            for (int i = 0; i < before.length; i++) {
                addUpdate(layer, gradients.get(l)[i], pass.taken().get(l)[i], activated[i], before[i]);
            }
            changes.add(differences(before, pass.outputs(l)));
        }
        return changes;
    }

    /** By what each layer gives, the last being given. */
    private List<double[][]> gradients(ForwardPass pass, double[][] byOutputs) {
        List<double[][]> gradients = new ArrayList<>(List.<double[][]>of(byOutputs));
        for (int l = layers.size() - 1; l > 0; l--) {
            gradients.add(
                    0, layers.get(l).backward(gradients.get(0), pass.given().get(l)));
        }
        return gradients;
    }

    /** Adds m · ΔW a' to what the layer gives. */
    private void addUpdate(PathLayer layer, double[] gradient, double[] taken, double[] activated, double[] outputs) {
        Parameter weight = layer.weight().parameter();
        double rate = step.learningRate() * weight.learningRateScale(step.optimizer());
        double product = 0;
        for (int j = 0; j < taken.length; j++) {
            product += direction(taken[j]) * activated[j];
        }
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] -= layer.multiplier() * rate * direction(layer.multiplier() * gradient[k]) * product;
        }
    }

    private double direction(double factor) {
        return step.optimizer() == Optimizer.ADAM ? Math.signum(factor) : factor;
    }

    private static double[][] differences(double[][] after, double[][] before) {
        double[][] differences = new double[after.length][];
        for (int i = 0; i < after.length; i++) {
            differences[i] = new double[after[i].length];
            for (int j = 0; j < after[i].length; j++) {
                differences[i][j] = after[i][j] - before[i][j];
            }
        }
        return differences;
    }
}
