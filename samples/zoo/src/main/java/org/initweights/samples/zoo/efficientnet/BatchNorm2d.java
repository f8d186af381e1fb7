package org.initweights.samples.zoo.efficientnet;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;

/** A batch normalisation. */
class BatchNorm2d {

    final int channels;

    @Shape(dims = "channels")
    @Ones
    float[] weight;

    @Shape(dims = "channels")
    @Zeros
    float[] bias;

    BatchNorm2d(int channels) {
        this.channels = channels;
    }
}
