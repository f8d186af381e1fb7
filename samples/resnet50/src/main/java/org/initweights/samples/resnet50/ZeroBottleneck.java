package org.initweights.samples.resnet50;

import java.util.List;
import org.initweights.annotation.InitWeights;
import org.jspecify.annotations.Nullable;

/** A bottleneck block that starts as the identity: its residual branch ends in zero. */
@InitWeights
class ZeroBottleneck extends Branch {

    final ZeroBatchNorm2d bn3;

    @Nullable
    final List<Layer> downsample;

    ZeroBottleneck(int in, int width) {
        super(in, width);
        int out = EXPANSION * width;
        bn3 = new ZeroBatchNorm2d(out);
        downsample = in == out ? null : List.of(new Conv2d(in, out, 1), new BatchNorm2d(out));
    }
}
