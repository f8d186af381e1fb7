package org.initweights.samples.zoo.whisper;

import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Zeros;
import org.initweights.samples.zoo.nn.Conv1d;
import org.initweights.samples.zoo.nn.Embedding;
import org.initweights.samples.zoo.nn.Linear;

/** Encoder, decoder and the output layer, whose weight is the embedding of the tokens. */
@InitWeights
@InitRule(type = Linear.class, param = "weight", use = InitStd.class)
@InitRule(type = Linear.class, param = "bias", use = Zeros.class)
@InitRule(type = Conv1d.class, param = "weight", use = InitStd.class)
@InitRule(type = Conv1d.class, param = "bias", use = Zeros.class)
@InitRule(type = Embedding.class, param = "weight", use = InitStd.class)
public class Whisper {

    final EncoderDecoder model;
    final TokenEmbedding proj_out;

    public Whisper(Config config) {
        model = new EncoderDecoder(config);
        proj_out = model.decoder.embed_tokens;
    }

    @InitWeights
    static class EncoderDecoder {

        final Encoder encoder;
        final Decoder decoder;

        EncoderDecoder(Config config) {
            encoder = new Encoder(config);
            decoder = new Decoder(config);
        }
    }
}
