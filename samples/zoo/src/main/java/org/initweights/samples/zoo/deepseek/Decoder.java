package org.initweights.samples.zoo.deepseek;

import java.util.List;
import java.util.stream.IntStream;

/** The stack of layers: the first are dense, the others have experts. */
class Decoder extends Module {

    final Embedding embed_tokens;
    final List<DecoderLayer> layers;
    final RmsNorm norm;

    Decoder(Config config) {
        embed_tokens = new Embedding(config.vocabulary(), config.hidden());
        layers = IntStream.range(0, config.layers())
                .mapToObj(layer -> new DecoderLayer(config, layer))
                .toList();
        norm = new RmsNorm(config.hidden());
    }
}
