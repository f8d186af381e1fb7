package org.initweights.samples.zoo.bert;

import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;

/** A fully connected layer. */
class Linear extends Module {

    final int in;
    final int out;

    @Shape(dims = "out, in")
    @Normal(std = BertConfig.INITIALIZER_RANGE)
    float[] weight;

    @Shape(dims = "out")
    @Zeros
    float[] bias;

    Linear(int in, int out) {
        this.in = in;
        this.out = out;
    }
}
