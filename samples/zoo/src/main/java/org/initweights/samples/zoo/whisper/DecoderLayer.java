package org.initweights.samples.zoo.whisper;

import org.initweights.annotation.InitWeights;
import org.initweights.samples.zoo.nn.LayerNorm;

/** What an encoder layer has, and attention to the encoder. */
@InitWeights
class DecoderLayer extends EncoderLayer {

    final Attention encoder_attn;
    final LayerNorm encoder_attn_layer_norm;

    DecoderLayer(int width) {
        super(width);
        encoder_attn = new Attention(width);
        encoder_attn_layer_norm = new LayerNorm(width);
    }
}
