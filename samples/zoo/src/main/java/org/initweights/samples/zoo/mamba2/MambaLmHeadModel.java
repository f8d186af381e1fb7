package org.initweights.samples.zoo.mamba2;

import org.initweights.annotation.InitRule;
import org.initweights.annotation.Tie;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/**
 * The language model, whose output is the embedding. It goes over all layers a second time, and so its own count of residuals is the one
 * that holds.
 */
@InitRule(param = "backbone.layers.*.mixer.out_proj.weight", use = RescaledResidualOfLayers.class)
@InitRule(param = "backbone.layers.*.mlp.fc2.weight", use = RescaledResidualOfLayers.class, optional = true)
@Tie(param = "lm_head.weight", to = "backbone.embedding.weight")
public class MambaLmHeadModel implements Module {

    final Config config;
    final MixerModel backbone;
    final Linear lm_head;

    public MambaLmHeadModel(Config config) {
        this.config = config;
        backbone = new MixerModel(config);
        lm_head = new Linear(config.width(), config.paddedVocabulary(), false);
    }
}
