package org.initweights.samples.zoo.t5;

import java.util.ArrayList;
import java.util.List;
import org.initweights.annotation.InitWeights;

/** Attention to the stack itself, in a decoder attention to the encoder, and a perceptron. */
@InitWeights
class Block {

    final List<Layer> layer = new ArrayList<>();

    Block(Config config, boolean isDecoder, boolean isFirst) {
        layer.add(new SelfAttentionLayer(config, isFirst));
        if (isDecoder) {
            layer.add(new CrossAttentionLayer(config));
        }
        layer.add(new FeedForwardLayer(config));
    }

    /** A residual branch behind a normalisation. */
    @InitWeights
    interface Layer {}

    static class SelfAttentionLayer implements Layer {

        final Attention SelfAttention;
        final RmsNorm layer_norm;

        SelfAttentionLayer(Config config, boolean isFirst) {
            SelfAttention = new Attention(config, isFirst);
            layer_norm = new RmsNorm(config.width());
        }
    }

    static class CrossAttentionLayer implements Layer {

        final Attention EncDecAttention;
        final RmsNorm layer_norm;

        CrossAttentionLayer(Config config) {
            EncDecAttention = new Attention(config, false);
            layer_norm = new RmsNorm(config.width());
        }
    }

    static class FeedForwardLayer implements Layer {

        final FeedForward DenseReluDense;
        final RmsNorm layer_norm;

        FeedForwardLayer(Config config) {
            DenseReluDense = new FeedForward(config);
            layer_norm = new RmsNorm(config.width());
        }
    }
}
