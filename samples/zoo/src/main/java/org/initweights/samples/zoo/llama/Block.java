package org.initweights.samples.zoo.llama;

import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.recipe.LlamaResidual;

/** A layer. What ends its attention starts the smaller, the deeper the layer. */
@InitWeights
@InitRule(param = "attention.wo.weight", use = LlamaResidual.class)
class Block {

    final int layer;
    final Attention attention;
    final FeedForward feed_forward;
    final RmsNorm attention_norm;
    final RmsNorm ffn_norm;

    Block(int width, int inner, int layer) {
        this.layer = layer;
        attention = new Attention(width);
        feed_forward = new FeedForward(width, inner);
        attention_norm = new RmsNorm(width);
        ffn_norm = new RmsNorm(width);
    }

    @InitWeights
    static class Attention {

        final Linear wq;
        final Linear wk;
        final Linear wv;
        final Linear wo;

        Attention(int width) {
            wq = new Linear(width, width);
            wk = new Linear(width, width);
            wv = new Linear(width, width);
            wo = new Linear(width, width);
        }
    }
}
