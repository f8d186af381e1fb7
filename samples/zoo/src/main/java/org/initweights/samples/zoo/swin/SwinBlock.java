package org.initweights.samples.zoo.swin;

import org.initweights.annotation.InitWeights;
import org.initweights.samples.zoo.nn.LayerNorm;
import org.initweights.samples.zoo.nn.Linear;

/** Attention within windows, and a perceptron. */
@InitWeights
class SwinBlock {

    final LayerNorm norm1;
    final WindowAttention attn;
    final LayerNorm norm2;
    final Mlp mlp;

    SwinBlock(int channels, int heads, int window) {
        norm1 = new LayerNorm(channels);
        attn = new WindowAttention(channels, heads, window);
        norm2 = new LayerNorm(channels);
        mlp = new Mlp(channels, 4 * channels);
    }

    @InitWeights
    static class Mlp {

        final Linear fc1;
        final Linear fc2;

        Mlp(int channels, int inner) {
            fc1 = new Linear(channels, inner);
            fc2 = new Linear(inner, channels);
        }
    }
}
