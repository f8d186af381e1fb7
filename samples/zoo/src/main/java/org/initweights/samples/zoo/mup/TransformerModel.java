package org.initweights.samples.zoo.mup;

import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.Zeros;
import org.initweights.recipe.MupEmbedding;
import org.initweights.recipe.MupOutput;
import org.initweights.samples.zoo.nn.Embedding;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/** The language model: {@code TransformerModel}. */
@InitRule(param = "encoder.weight", use = TransformerModel.Tokens.class)
@InitRule(param = "decoder.weight", use = TransformerModel.Readout.class)
@InitRule(param = "decoder.bias", use = Zeros.class, optional = true)
public class TransformerModel implements Module {

    final Config config;
    final PositionalEncoding pos_encoder;
    final TransformerEncoder transformer_encoder;
    final Embedding encoder;
    final Linear decoder;

    public TransformerModel(Config config) {
        this.config = config;
        pos_encoder = new PositionalEncoding(config.width());
        transformer_encoder = new TransformerEncoder(config);
        encoder = new Embedding(config.tokens(), config.width());
        decoder = new Linear(config.width(), config.tokens(), config.bias());
    }

    /** N(0, 1), as PyTorch's embeddings start. */
    @MupEmbedding
    @Formula(base = "config.base")
    @interface Tokens {}

    /** {@code MuReadout}, which {@code init_weights} fills with zeros. */
    @MupOutput(gain = 0)
    @Formula(base = "config.base")
    @interface Readout {}
}
