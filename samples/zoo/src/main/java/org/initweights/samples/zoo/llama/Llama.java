package org.initweights.samples.zoo.llama;

import java.util.List;
import java.util.stream.IntStream;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.recipe.LlamaOutput;

/** The language model. */
@InitWeights
@InitRule(param = "output.weight", use = LlamaOutput.class)
public class Llama {

    final Embedding tok_embeddings;
    final List<Block> layers;
    final RmsNorm norm;
    final Linear output;

    public Llama(int vocabulary, int width, int inner, int depth) {
        tok_embeddings = new Embedding(vocabulary, width);
        layers = IntStream.range(0, depth)
                .mapToObj(layer -> new Block(width, inner, layer))
                .toList();
        norm = new RmsNorm(width);
        output = new Linear(width, vocabulary);
    }

    /** Llama 2 of 7 billion parameters. */
    public static Llama of7B() {
        return new Llama(32_000, 4096, 11_008, 32);
    }
}
