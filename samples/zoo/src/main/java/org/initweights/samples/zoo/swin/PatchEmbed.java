package org.initweights.samples.zoo.swin;

import org.initweights.annotation.InitWeights;
import org.initweights.samples.zoo.nn.Conv2d;
import org.initweights.samples.zoo.nn.LayerNorm;

/** From patches of 4 × 4 to tokens. */
@InitWeights
class PatchEmbed {

    final Conv2d proj;
    final LayerNorm norm;

    PatchEmbed(int width) {
        proj = new Conv2d(3, width, 4);
        norm = new LayerNorm(width);
    }
}
