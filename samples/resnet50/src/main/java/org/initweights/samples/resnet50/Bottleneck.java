package org.initweights.samples.resnet50;

import org.initweights.annotation.InitWeights;
import org.jspecify.annotations.Nullable;

/** A bottleneck block, as torchvision starts it. */
@InitWeights
class Bottleneck extends Branch {

    final BatchNorm2d bn3;

    @Nullable
    final Downsample downsample;

    Bottleneck(int in, int width) {
        super(in, width);
        int out = EXPANSION * width;
        bn3 = new BatchNorm2d(out);
        downsample = in == out ? null : new Downsample(in, out);
    }
}
