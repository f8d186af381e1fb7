package org.initweights.samples.zoo.mamba2;

import java.util.List;
import java.util.stream.IntStream;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.Zeros;
import org.initweights.samples.zoo.nn.Embedding;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/** The stack of layers, which may be used without a language model. */
@InitRule(type = Linear.class, param = "bias", use = Zeros.class, optional = true)
@InitRule(type = Embedding.class, param = "weight", use = InitializerRange.class)
@InitRule(param = "**.out_proj.weight", use = RescaledResidual.class)
@InitRule(param = "**.fc2.weight", use = RescaledResidual.class, optional = true)
public class MixerModel implements Module {

    final Config config;
    final Embedding embedding;
    final List<Block> layers;
    final RmsNorm norm_f;

    public MixerModel(Config config) {
        this.config = config;
        embedding = new Embedding(config.paddedVocabulary(), config.width());
        layers = IntStream.range(0, config.layers())
                .mapToObj(layer -> new Block(config, layer))
                .toList();
        norm_f = new RmsNorm(config.width());
    }
}
