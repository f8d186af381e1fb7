package org.initweights.samples.zoo.whisper;

import org.initweights.annotation.InitWeights;
import org.initweights.samples.zoo.nn.LayerNorm;
import org.initweights.samples.zoo.nn.Linear;

/** Attention to the layer itself and a perceptron, each behind a normalisation. */
@InitWeights
class EncoderLayer {

    final Attention self_attn;
    final LayerNorm self_attn_layer_norm;
    final Linear fc1;
    final Linear fc2;
    final LayerNorm final_layer_norm;

    EncoderLayer(int width) {
        self_attn = new Attention(width);
        self_attn_layer_norm = new LayerNorm(width);
        fc1 = new Linear(width, 4 * width);
        fc2 = new Linear(4 * width, width);
        final_layer_norm = new LayerNorm(width);
    }

    /** The keys have no bias: softmax would not see it. */
    @InitWeights
    static class Attention {

        final Linear k_proj;
        final Linear v_proj;
        final Linear q_proj;
        final Linear out_proj;

        Attention(int width) {
            k_proj = new Linear(width, width, false);
            v_proj = new Linear(width, width);
            q_proj = new Linear(width, width);
            out_proj = new Linear(width, width);
        }
    }
}
