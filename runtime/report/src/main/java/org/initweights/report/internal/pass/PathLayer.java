package org.initweights.report.internal.pass;

import java.util.ArrayList;
import java.util.List;
import org.initweights.ForwardPath;
import org.initweights.Nonlinearity;

/** A layer y = m · W f(x) of a path. */
record PathLayer(WeightMatrix weight, Nonlinearity activation, double multiplier) {

    /**
     * The layers of a path.
     *
     * @throws IllegalArgumentException if there is none, a weight is no matrix, or one takes another number of inputs than the layer before
     *     gives
     */
    static List<PathLayer> of(ForwardPath path) {
        List<PathLayer> layers = new ArrayList<>();
        for (ForwardPath.Step step : path.steps()) {
            WeightMatrix weight = WeightMatrix.of(step.weight());
            if (!layers.isEmpty()) {
                WeightMatrix before = layers.get(layers.size() - 1).weight();
                if (before.outputs() != weight.inputs()) {
                    throw new IllegalArgumentException(
                            step.weight().name() + ": takes " + weight.inputs() + " inputs, but "
                                    + before.parameter().name() + " before it gives " + before.outputs()
                                    + "; name the weights in the order in which the signal passes them");
                }
            }
            layers.add(new PathLayer(weight, step.activation(), step.weight().outputMultiplier()));
        }
        if (layers.isEmpty()) {
            throw new IllegalArgumentException(
                    "the path has no weight; name them in @SignalPath, or say @Activation of each");
        }
        return List.copyOf(layers);
    }

    String name() {
        return weight.parameter().name();
    }

    /** f(x). */
    double[][] activated(double[][] before) {
        double[][] inputs = new double[before.length][];
        for (int i = 0; i < before.length; i++) {
            double[] x = before[i];
            inputs[i] = new double[x.length];
            for (int j = 0; j < x.length; j++) {
                inputs[i][j] = activation.apply(x[j]);
            }
        }
        return inputs;
    }

    /** m · W a. */
    double[][] outputs(double[][] activated) {
        return scaled(weight.times(activated));
    }

    /** The gradient by x, of that by y. */
    double[][] backward(double[][] byOutputs, double[][] before) {
        double[][] gradients = scaled(weight.transposedTimes(byOutputs));
        for (int i = 0; i < gradients.length; i++) {
            for (int j = 0; j < gradients[i].length; j++) {
                gradients[i][j] *= activation.derivative(before[i][j]);
            }
        }
        return gradients;
    }

    private double[][] scaled(double[][] products) {
        for (double[] product : products) {
            for (int j = 0; j < product.length; j++) {
                product[j] *= multiplier;
            }
        }
        return products;
    }
}
