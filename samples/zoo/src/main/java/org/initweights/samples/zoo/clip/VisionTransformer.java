package org.initweights.samples.zoo.clip;

import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.samples.zoo.nn.Conv2d;
import org.initweights.samples.zoo.nn.Embedding;
import org.initweights.samples.zoo.nn.LayerNorm;

/** The tower of images. The name of the first normalisation is misspelt in the checkpoints. */
@InitWeights
class VisionTransformer {

    final VisionEmbeddings embeddings;
    final LayerNorm pre_layrnorm;
    final Encoder encoder;
    final LayerNorm post_layernorm;

    VisionTransformer(int image, int patch, TowerConfig config) {
        embeddings = new VisionEmbeddings(image, patch, config.hidden());
        pre_layrnorm = new LayerNorm(config.hidden());
        encoder = new Encoder(config);
        post_layernorm = new LayerNorm(config.hidden());
    }

    @InitWeights
    @InitRule(param = "weight", use = InitializerRange.class)
    static class VisionEmbeddings {

        static final int COLOURS = 3;

        final int hidden;

        @Shape(dims = "hidden")
        @Normal
        @Formula(std = "1 / sqrt(hidden)")
        float[] class_embedding;

        final Conv2d patch_embedding;
        final Embedding position_embedding;

        VisionEmbeddings(int image, int patch, int hidden) {
            int side = image / patch;
            this.hidden = hidden;
            patch_embedding = new Conv2d(COLOURS, hidden, patch, false);
            position_embedding = new Embedding(side * side + 1, hidden);
        }
    }
}
