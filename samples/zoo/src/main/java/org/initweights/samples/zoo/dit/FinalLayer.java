package org.initweights.samples.zoo.dit;

import java.util.List;
import org.initweights.annotation.InitWeights;
import org.initweights.samples.zoo.nn.Activation;
import org.initweights.samples.zoo.nn.LayerNorm;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/** From the tokens back to the patches of the image. */
@InitWeights
class FinalLayer {

    final LayerNorm norm_final;
    final Linear linear;
    final List<Module> adaLN_modulation;

    FinalLayer(int hidden, int patchSize, int channels) {
        norm_final = new LayerNorm(hidden, false);
        linear = new Linear(hidden, patchSize * patchSize * channels);
        adaLN_modulation = List.of(Activation.SILU, new Linear(hidden, 2 * hidden));
    }
}
