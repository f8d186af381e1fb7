package org.initweights.samples.gpt2;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.annotation.InitWeights;

/** Embeddings of tokens and positions, a stack of blocks, a last normalisation; named as in the checkpoint. */
@InitWeights
class Transformer {

    final Embedding wte = new Embedding(Gpt2.VOCABULARY, Gpt2.WIDTH);
    final Embedding wpe = new Embedding(Gpt2.CONTEXT, Gpt2.WIDTH);
    final List<Block> h = Stream.generate(Block::new).limit(Gpt2.LAYERS).toList();
    final LayerNorm ln_f = new LayerNorm();
}
