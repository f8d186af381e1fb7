package org.initweights.samples.zoo.mup;

import org.initweights.annotation.InitRule;
import org.initweights.annotation.Shape;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/** Attention, whose scores are divided by the size of a head, and not by its root. */
@InitRule(param = "out_proj.weight", use = Hidden.class)
@InitRule(param = "out_proj.bias", use = Bias.class, optional = true)
class MultiheadAttention implements Module {

    final Config config;

    @Shape(dims = "3 * config.width, config.width", packed = 3)
    @Hidden
    float[] in_proj_weight;

    @Shape(dims = "3 * config.width", onlyIf = "config.bias")
    @Bias
    float[] in_proj_bias;

    @Shape(dims = "1, 1, config.width", onlyIf = "config.bias")
    @Bias
    float[] bias_k;

    @Shape(dims = "1, 1, config.width", onlyIf = "config.bias")
    @Bias
    float[] bias_v;

    final Linear out_proj;

    MultiheadAttention(Config config) {
        this.config = config;
        out_proj = new Linear(config.width(), config.width(), config.bias());
    }

    /** What the products of queries and keys are multiplied by. */
    double scale() {
        return Math.sqrt(config.attentionMultiplier()) * config.heads() / config.width();
    }
}
