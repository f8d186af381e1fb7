package org.initweights.samples.zoo.llama;

import static org.initweights.HalfFormat.BF16;

import org.initweights.annotation.HalfFloat;
import org.initweights.annotation.Shape;
import org.initweights.recipe.LlamaNormal;

/** A fully connected layer without a bias. */
class Linear {

    final int in;
    final int out;

    @Shape(dims = "out, in")
    @LlamaNormal
    @HalfFloat(BF16)
    short[] weight;

    Linear(int in, int out) {
        this.in = in;
        this.out = out;
    }
}
