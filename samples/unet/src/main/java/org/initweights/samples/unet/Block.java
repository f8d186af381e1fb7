package org.initweights.samples.unet;

import static org.initweights.samples.unet.UNet.WIDTH;

import org.initweights.annotation.Shape;

/**
 * A depthwise convolution, which mixes space but no features, and a pointwise one, which mixes features but no space; a
 * normalisation and a ReLU follow each.
 */
class Block {

    /** As many groups as channels: an input feeds 9 outputs, not 9 · 64, and the fan says so. */
    @Shape(
            value = {WIDTH, 1, 3, 3},
            groups = WIDTH)
    @BeforeRelu
    float[] depthwise;

    final BatchNorm norm1 = new BatchNorm();

    @Shape({WIDTH, WIDTH, 1, 1})
    @BeforeRelu
    float[] pointwise;

    final BatchNorm norm2 = new BatchNorm();
}
