package org.initweights.samples.zoo.deepseek;

import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;

/** The router. Its bias is a buffer: saved, but moved by the load of the experts and not by gradients. */
class TopkRouter extends Module {

    final int hidden;
    final int experts;

    @Shape(dims = "experts, hidden")
    @Normal
    float[] weight;

    @Shape(dims = "experts")
    @Zeros
    float[] e_score_correction_bias;

    TopkRouter(int hidden, int experts) {
        this.hidden = hidden;
        this.experts = experts;
    }
}
