package org.initweights.samples.zoo.efficientnet;

/** The block of the first stage, which does not expand. */
class DepthwiseSeparable implements Block {

    final Conv2d conv_dw;
    final BatchNorm2d bn1;
    final SqueezeExcite se;
    final Conv2d conv_pw;
    final BatchNorm2d bn2;

    DepthwiseSeparable(int in, int out, int k) {
        conv_dw = Conv2d.depthwise(in, k);
        bn1 = new BatchNorm2d(in);
        se = new SqueezeExcite(in, in / 4);
        conv_pw = Conv2d.pointwise(in, out);
        bn2 = new BatchNorm2d(out);
    }
}
