package org.initweights.samples.zoo.swin;

import org.initweights.annotation.InitWeights;
import org.initweights.samples.zoo.nn.LayerNorm;
import org.initweights.samples.zoo.nn.Linear;

/** Four neighbours become one token of twice the channels. */
@InitWeights
class PatchMerging {

    final LayerNorm norm;
    final Linear reduction;

    PatchMerging(int channels) {
        norm = new LayerNorm(4 * channels);
        reduction = new Linear(4 * channels, 2 * channels, false);
    }
}
