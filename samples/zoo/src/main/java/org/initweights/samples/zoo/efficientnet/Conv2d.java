package org.initweights.samples.zoo.efficientnet;

import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;
import org.initweights.recipe.EfficientNetConv;

/** A convolution, in as many groups as it has channels where it is depthwise. */
class Conv2d {

    final int in;
    final int out;
    final int k;
    final int groups;
    final boolean hasBias;

    @Shape(dims = "out, in / groups, k, k", groupsOf = "groups")
    @EfficientNetConv
    float[] weight;

    @Shape(dims = "out", onlyIf = "hasBias")
    @Zeros
    float[] bias;

    private Conv2d(int in, int out, int k, int groups, boolean hasBias) {
        this.in = in;
        this.out = out;
        this.k = k;
        this.groups = groups;
        this.hasBias = hasBias;
    }

    static Conv2d dense(int in, int out, int k) {
        return new Conv2d(in, out, k, 1, false);
    }

    static Conv2d pointwise(int in, int out) {
        return new Conv2d(in, out, 1, 1, false);
    }

    static Conv2d pointwiseWithBias(int in, int out) {
        return new Conv2d(in, out, 1, 1, true);
    }

    static Conv2d depthwise(int channels, int k) {
        return new Conv2d(channels, channels, k, channels, false);
    }
}
