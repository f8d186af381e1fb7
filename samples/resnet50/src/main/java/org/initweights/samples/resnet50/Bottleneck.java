package org.initweights.samples.resnet50;

import java.util.List;
import org.initweights.annotation.InitWeights;
import org.jspecify.annotations.Nullable;

/** A bottleneck block, as torchvision starts it. */
@InitWeights
class Bottleneck extends Branch {

    final BatchNorm2d bn3;

    @Nullable
    final List<Layer> downsample;

    Bottleneck(int in, int width) {
        super(in, width);
        int out = EXPANSION * width;
        bn3 = new BatchNorm2d(out);
        downsample = in == out ? null : List.of(new Conv2d(in, out, 1), new BatchNorm2d(out));
    }
}
