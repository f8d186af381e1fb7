package org.initweights.samples.zoo.efficientnet;

import org.initweights.annotation.InitWeights;

/** Weighs the channels by what is in all of the image. */
@InitWeights
class SqueezeExcite {

    final Conv2d conv_reduce;
    final Conv2d conv_expand;

    SqueezeExcite(int channels, int squeezed) {
        conv_reduce = Conv2d.pointwiseWithBias(channels, squeezed);
        conv_expand = Conv2d.pointwiseWithBias(squeezed, channels);
    }
}
