package org.initweights.samples.zoo.t5;

import java.util.List;
import java.util.stream.IntStream;
import org.initweights.annotation.InitWeights;

/** The encoder or the decoder. */
@InitWeights
class Stack {

    final Embedding embed_tokens;
    final List<Block> block;
    final RmsNorm final_layer_norm;

    Stack(Config config, Embedding shared, boolean isDecoder) {
        embed_tokens = shared;
        block = IntStream.range(0, config.layers())
                .mapToObj(layer -> new Block(config, isDecoder, layer == 0))
                .toList();
        final_layer_norm = new RmsNorm(config.width());
    }
}
