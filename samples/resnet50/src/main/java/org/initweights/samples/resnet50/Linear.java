package org.initweights.samples.resnet50;

import static org.initweights.Layer.LINEAR;

import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/** A fully connected layer, started as PyTorch starts it. */
class Linear {

    final int in;
    final int out;

    @Shape(dims = "out, in")
    @TorchDefault(LINEAR)
    float[] weight;

    @Shape(dims = "out")
    @TorchDefault(value = LINEAR, weight = "weight")
    float[] bias;

    Linear(int in, int out) {
        this.in = in;
        this.out = out;
    }
}
