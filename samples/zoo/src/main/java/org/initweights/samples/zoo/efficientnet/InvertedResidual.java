package org.initweights.samples.zoo.efficientnet;

/** Expands, convolves each channel for itself, and projects back. */
class InvertedResidual implements Block {

    final Conv2d conv_pw;
    final BatchNorm2d bn1;
    final Conv2d conv_dw;
    final BatchNorm2d bn2;
    final SqueezeExcite se;
    final Conv2d conv_pwl;
    final BatchNorm2d bn3;

    InvertedResidual(int in, int out, int expansion, int k) {
        int inner = in * expansion;
        conv_pw = Conv2d.pointwise(in, inner);
        bn1 = new BatchNorm2d(inner);
        conv_dw = Conv2d.depthwise(inner, k);
        bn2 = new BatchNorm2d(inner);
        se = new SqueezeExcite(inner, in / 4);
        conv_pwl = Conv2d.pointwise(inner, out);
        bn3 = new BatchNorm2d(out);
    }
}
