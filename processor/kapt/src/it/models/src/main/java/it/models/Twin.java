package it.models;

import org.initweights.Layer;
import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/** The same as {@code Linear}, in Java. */
public class Twin {
    final int inputs;
    final int outputs;

    @Shape(dims = "outputs, inputs") @TorchDefault(Layer.LINEAR)
    public float[] weight;

    @Shape(dims = "outputs") @TorchDefault(value = Layer.LINEAR, weight = "weight")
    public float[] bias;

    public Twin(int inputs, int outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
    }
}
