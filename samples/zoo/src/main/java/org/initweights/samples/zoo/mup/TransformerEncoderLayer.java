package org.initweights.samples.zoo.mup;

import org.initweights.annotation.InitRule;
import org.initweights.samples.zoo.nn.LayerNorm;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/** A layer: attention and a feed-forward part, each before a normalisation. */
@InitRule(param = "linear*.weight", use = Hidden.class)
@InitRule(param = "linear*.bias", use = Bias.class, optional = true)
@InitRule(param = "norm*.weight", use = Gain.class)
@InitRule(param = "norm*.bias", use = Bias.class)
class TransformerEncoderLayer implements Module {

    final Config config;
    final MultiheadAttention self_attn;
    final Linear linear1;
    final Linear linear2;
    final LayerNorm norm1;
    final LayerNorm norm2;

    TransformerEncoderLayer(Config config) {
        this.config = config;
        self_attn = new MultiheadAttention(config);
        linear1 = new Linear(config.width(), config.feedForward(), config.bias());
        linear2 = new Linear(config.feedForward(), config.width(), config.bias());
        norm1 = new LayerNorm(config.width());
        norm2 = new LayerNorm(config.width());
    }
}
