package org.initweights.samples.zoo.llama;

import static org.initweights.HalfFormat.BF16;

import org.initweights.annotation.HalfFloat;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

/** A normalisation by the root of the mean square. */
class RmsNorm {

    final int features;

    @Shape(dims = "features")
    @Ones
    @HalfFloat(BF16)
    short[] weight;

    RmsNorm(int features) {
        this.features = features;
    }
}
