package org.initweights.samples.zoo.nn;

import static org.initweights.Layer.LINEAR;

import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/** {@code nn.Linear}. */
public class Linear implements Module {

    final int in;
    final int out;
    final boolean hasBias;

    @Shape(dims = "out, in")
    @TorchDefault(LINEAR)
    float[] weight;

    @Shape(dims = "out", onlyIf = "hasBias")
    @TorchDefault(value = LINEAR, weight = "weight")
    float[] bias;

    public Linear(int in, int out) {
        this(in, out, true);
    }

    public Linear(int in, int out, boolean hasBias) {
        this.in = in;
        this.out = out;
        this.hasBias = hasBias;
    }
}
