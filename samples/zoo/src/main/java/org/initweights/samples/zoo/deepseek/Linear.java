package org.initweights.samples.zoo.deepseek;

import static org.initweights.Layer.LINEAR;

import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/** A fully connected layer. */
final class Linear extends Module {

    final int in;
    final int out;
    final boolean hasBias;

    @Shape(dims = "out, in")
    @TorchDefault(LINEAR)
    float[] weight;

    @Shape(dims = "out", onlyIf = "hasBias")
    @TorchDefault(value = LINEAR, weight = "weight")
    float[] bias;

    Linear(int in, int out) {
        this(in, out, false);
    }

    Linear(int in, int out, boolean hasBias) {
        this.in = in;
        this.out = out;
        this.hasBias = hasBias;
    }
}
