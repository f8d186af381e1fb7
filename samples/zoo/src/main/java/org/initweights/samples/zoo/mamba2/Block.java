package org.initweights.samples.zoo.mamba2;

import org.initweights.samples.zoo.nn.Module;
import org.jspecify.annotations.Nullable;

/** A layer: a mixer, and in some models a perceptron, each behind a normalisation. */
class Block implements Module {

    final RmsNorm norm;
    final Module mixer;

    @Nullable
    final RmsNorm norm2;

    @Nullable
    final GatedMlp mlp;

    Block(Config config, int layer) {
        norm = new RmsNorm(config.width());
        mixer = config.attentionLayers().contains(layer)
                ? new Attention(config.width(), config.attention())
                : new Mamba2(config.width(), config.ssm());
        boolean hasPerceptron = config.intermediate() > 0;
        norm2 = hasPerceptron ? new RmsNorm(config.width()) : null;
        mlp = hasPerceptron ? new GatedMlp(config.width(), config.intermediate()) : null;
    }
}
