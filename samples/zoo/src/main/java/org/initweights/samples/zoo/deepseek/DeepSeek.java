package org.initweights.samples.zoo.deepseek;

import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Zeros;

/** The language model. No bias is there unless the configuration says so, so that its rule may match nothing. */
@InitWeights
@InitRule(type = Linear.class, param = "weight", use = InitializerRange.class)
@InitRule(type = Linear.class, param = "bias", use = Zeros.class, optional = true)
@InitRule(type = Embedding.class, param = "weight", use = InitializerRange.class)
@InitRule(type = TopkRouter.class, param = "weight", use = InitializerRange.class)
public class DeepSeek extends Module {

    final Config config;
    final Decoder model;
    final Linear lm_head;

    public DeepSeek(Config config) {
        this.config = config;
        model = new Decoder(config);
        lm_head = new Linear(config.hidden(), config.vocabulary());
    }
}
