package org.initweights.samples.unet;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;

/** A batch normalisation of all features. */
class BatchNorm {

    @Shape(UNet.WIDTH)
    @Ones
    float[] weight;

    @Shape(UNet.WIDTH)
    @Zeros
    float[] bias;
}
