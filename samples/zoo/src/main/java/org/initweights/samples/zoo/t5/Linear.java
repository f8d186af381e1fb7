package org.initweights.samples.zoo.t5;

import static org.initweights.Layer.LINEAR;

import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/** A fully connected layer; none in T5 has a bias. */
class Linear {

    final int in;
    final int out;

    @Shape(dims = "out, in")
    @TorchDefault(LINEAR)
    float[] weight;

    Linear(int in, int out) {
        this.in = in;
        this.out = out;
    }
}
