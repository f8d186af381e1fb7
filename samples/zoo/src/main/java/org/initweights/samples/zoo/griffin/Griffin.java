package org.initweights.samples.zoo.griffin;

import java.util.List;
import org.initweights.annotation.Formula;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.samples.zoo.nn.Module;

/** The language model, which predicts with the embedding. */
public class Griffin implements Module {

    final Embedder embedder;
    final List<ResidualBlock> blocks;
    final RmsNorm final_norm;

    public Griffin(Config config) {
        embedder = new Embedder(config.vocabulary(), config.width());
        blocks = config.blocks().stream()
                .map(type -> new ResidualBlock(config, type))
                .toList();
        final_norm = new RmsNorm(config.width());
    }

    /** One vector for each token, of a length of about 1. */
    static class Embedder implements Module {

        final int tokens;
        final int width;

        @Shape(dims = "tokens, width")
        @Normal
        @Formula(std = "sqrt(1 / width)")
        float[] input_embedding;

        Embedder(int tokens, int width) {
            this.tokens = tokens;
            this.width = width;
        }
    }
}
