package org.initweights.samples.zoo.mamba2;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.samples.zoo.nn.Module;

/** A normalisation by the root of the mean square, gated or not. */
final class RmsNorm implements Module {

    final int features;

    @Shape(dims = "features")
    @Ones
    float[] weight;

    RmsNorm(int features) {
        this.features = features;
    }
}
