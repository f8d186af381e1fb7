package org.initweights.samples.zoo.deepseek;

/** Attention and a feed-forward part, which has experts in most layers. */
class DecoderLayer extends Module {

    final Attention self_attn;
    final Module mlp;
    final RmsNorm input_layernorm;
    final RmsNorm post_attention_layernorm;

    DecoderLayer(Config config, int layer) {
        self_attn = new Attention(config);
        mlp = layer < config.dense() ? new Mlp(config.hidden(), config.intermediate()) : new MixtureOfExperts(config);
        input_layernorm = new RmsNorm(config.hidden());
        post_attention_layernorm = new RmsNorm(config.hidden());
    }
}
