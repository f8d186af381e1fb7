package org.initweights.samples.zoo.t5;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

/** A normalisation by the root of the mean square. */
class RmsNorm {

    final int features;

    @Shape(dims = "features")
    @Ones
    float[] weight;

    RmsNorm(int features) {
        this.features = features;
    }
}
