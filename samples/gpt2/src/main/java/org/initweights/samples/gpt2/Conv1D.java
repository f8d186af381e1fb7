package org.initweights.samples.gpt2;

import static org.initweights.Layout.SPATIAL_IN_OUT;

import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;
import org.initweights.recipe.Gpt2Normal;

/** A linear layer whose weight is {@code [in, out]}, as OpenAI published it. */
class Conv1D {

    final int in;
    final int out;

    @Shape(dims = "in, out", layout = SPATIAL_IN_OUT)
    @Gpt2Normal
    float[] weight;

    @Shape(dims = "out")
    @Zeros
    float[] bias;

    Conv1D(int in, int out) {
        this.in = in;
        this.out = out;
    }
}
