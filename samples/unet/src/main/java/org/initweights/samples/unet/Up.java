package org.initweights.samples.unet;

import static org.initweights.Layout.IN_OUT_SPATIAL;
import static org.initweights.Nonlinearity.LINEAR;
import static org.initweights.samples.unet.UNet.WIDTH;

import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;

/** One level up: doubles the resolution, then merges in what the encoder saw at that resolution. */
class Up {

    /** A transposed convolution, so its inputs come first; no ReLU follows it. */
    @Shape(
            value = {WIDTH, WIDTH / 2, 2, 2},
            layout = IN_OUT_SPATIAL)
    @KaimingNormal(nonlinearity = LINEAR)
    float[] transposed;

    @Shape(WIDTH / 2)
    @Zeros
    float[] transposedBias;

    /** Sees the features from below and, through the skip connection, those of the encoder. */
    @Shape({WIDTH, WIDTH / 2 + WIDTH, 1, 1})
    @BeforeRelu
    float[] merge;

    final BatchNorm norm = new BatchNorm();
    final Block block = new Block();
}
