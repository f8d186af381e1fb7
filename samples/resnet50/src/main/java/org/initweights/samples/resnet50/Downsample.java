package org.initweights.samples.resnet50;

import org.initweights.annotation.InitWeights;

/** The projection on a shortcut whose block changes the number of channels. */
@InitWeights
class Downsample {

    final Conv2d conv;
    final BatchNorm2d bn;

    Downsample(int in, int out) {
        conv = new Conv2d(in, out, 1);
        bn = new BatchNorm2d(out);
    }
}
