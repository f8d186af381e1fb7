package org.initweights.samples.zoo.whisper;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.annotation.InitWeights;
import org.initweights.samples.zoo.nn.Embedding;
import org.initweights.samples.zoo.nn.LayerNorm;

/** From tokens and what the encoder heard to the next token. */
@InitWeights
class Decoder {

    final TokenEmbedding embed_tokens;
    final Embedding embed_positions;
    final List<DecoderLayer> layers;
    final LayerNorm layer_norm;

    Decoder(Config config) {
        embed_tokens = new TokenEmbedding(config.vocabulary(), config.width(), config.padding());
        embed_positions = new Embedding(config.textPositions(), config.width());
        layers = Stream.generate(() -> new DecoderLayer(config.width()))
                .limit(config.layers())
                .toList();
        layer_norm = new LayerNorm(config.width());
    }
}
