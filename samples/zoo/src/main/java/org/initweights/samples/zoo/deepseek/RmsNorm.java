package org.initweights.samples.zoo.deepseek;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

/** A normalisation by the root of the mean square. */
final class RmsNorm extends Module {

    final int features;

    @Shape(dims = "features")
    @Ones
    float[] weight;

    RmsNorm(int features) {
        this.features = features;
    }
}
