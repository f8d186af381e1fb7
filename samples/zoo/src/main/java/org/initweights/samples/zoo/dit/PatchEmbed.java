package org.initweights.samples.zoo.dit;

import org.initweights.annotation.InitWeights;
import org.initweights.samples.zoo.nn.Conv2d;

/** From patches of the image to tokens. */
@InitWeights
class PatchEmbed {

    final Conv2d proj;

    PatchEmbed(int channels, int hidden, int patchSize) {
        proj = new Conv2d(channels, hidden, patchSize);
    }
}
