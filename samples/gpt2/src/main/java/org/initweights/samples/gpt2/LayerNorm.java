package org.initweights.samples.gpt2;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;

/** A normalisation over the features of one token. */
class LayerNorm {

    @Shape(Gpt2.WIDTH)
    @Ones
    float[] weight;

    @Shape(Gpt2.WIDTH)
    @Zeros
    float[] bias;
}
