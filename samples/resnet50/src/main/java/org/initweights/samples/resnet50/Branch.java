package org.initweights.samples.resnet50;

import org.initweights.annotation.InitWeights;

/** The residual branch of a bottleneck block before its last normalisation: 1 × 1 to fewer channels, 3 × 3, 1 × 1. */
@InitWeights
abstract class Branch {

    /** How many times wider a block is than the convolutions in it. */
    static final int EXPANSION = 4;

    final Conv2d conv1;
    final BatchNorm2d bn1;
    final Conv2d conv2;
    final BatchNorm2d bn2;
    final Conv2d conv3;

    Branch(int in, int width) {
        conv1 = new Conv2d(in, width, 1);
        bn1 = new BatchNorm2d(width);
        conv2 = new Conv2d(width, width, 3);
        bn2 = new BatchNorm2d(width);
        conv3 = new Conv2d(width, EXPANSION * width, 1);
    }
}
