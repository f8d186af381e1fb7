package org.initweights.samples.resnet50;

import static org.initweights.FanMode.FAN_OUT;
import static org.initweights.Nonlinearity.RELU;

import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.Shape;

/** A convolution with a square kernel; its bias is that of the batch normalisation that follows it. */
final class Conv2d implements Layer {

    final int in;
    final int out;
    final int k;

    @Shape(dims = "out, in, k, k")
    @KaimingNormal(mode = FAN_OUT, nonlinearity = RELU)
    float[] weight;

    Conv2d(int in, int out, int k) {
        this.in = in;
        this.out = out;
        this.k = k;
    }
}
