package org.initweights.samples.resnet50;

import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;

/** A batch normalisation that starts by passing on nothing: the last of a residual branch that is to start as zero. */
class ZeroBatchNorm2d {

    final int channels;

    @Shape(dims = "channels")
    @Zeros
    float[] weight;

    @Shape(dims = "channels")
    @Zeros
    float[] bias;

    ZeroBatchNorm2d(int channels) {
        this.channels = channels;
    }
}
