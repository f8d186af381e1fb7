package org.initweights.samples.resnet50;

import java.util.List;
import org.initweights.annotation.InitWeights;
import org.jspecify.annotations.Nullable;

/** A bottleneck block: 1 × 1 to fewer channels, 3 × 3, 1 × 1 back, around which the input goes on. */
@InitWeights
class Bottleneck {

    /** How many times wider a block is than the convolutions in it. */
    static final int EXPANSION = 4;

    final Conv2d conv1;
    final BatchNorm2d bn1;
    final Conv2d conv2;
    final BatchNorm2d bn2;
    final Conv2d conv3;
    final BatchNorm2d bn3;

    @Nullable
    final List<Layer> downsample;

    Bottleneck(int in, int width) {
        int out = EXPANSION * width;
        conv1 = new Conv2d(in, width, 1);
        bn1 = new BatchNorm2d(width);
        conv2 = new Conv2d(width, width, 3);
        bn2 = new BatchNorm2d(width);
        conv3 = new Conv2d(width, out, 1);
        bn3 = new BatchNorm2d(out);
        downsample = in == out ? null : List.of(new Conv2d(in, out, 1), new BatchNorm2d(out));
    }
}
