package org.initweights.samples.zoo.clip;

import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.samples.zoo.nn.Embedding;
import org.initweights.samples.zoo.nn.LayerNorm;

/** The tower of text. */
@InitWeights
class TextTransformer {

    final TextEmbeddings embeddings;
    final Encoder encoder;
    final LayerNorm final_layer_norm;

    TextTransformer(int vocabulary, int context, TowerConfig config) {
        embeddings = new TextEmbeddings(vocabulary, context, config.hidden());
        encoder = new Encoder(config);
        final_layer_norm = new LayerNorm(config.hidden());
    }

    @InitWeights
    @InitRule(type = Embedding.class, use = InitializerRange.class)
    static class TextEmbeddings {

        final Embedding token_embedding;
        final Embedding position_embedding;

        TextEmbeddings(int vocabulary, int context, int hidden) {
            token_embedding = new Embedding(vocabulary, hidden);
            position_embedding = new Embedding(context, hidden);
        }
    }
}
