package org.initweights.samples.resnet50;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;

/** A batch normalisation that starts by passing on what it has normalised. */
final class BatchNorm2d implements Layer {

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
