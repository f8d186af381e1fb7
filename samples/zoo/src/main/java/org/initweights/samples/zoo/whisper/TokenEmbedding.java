package org.initweights.samples.zoo.whisper;

import org.initweights.annotation.Shape;
import org.initweights.annotation.Slice;
import org.initweights.annotation.Zeros;

/** The embedding of the tokens, of which that of the padding is zero. */
class TokenEmbedding {

    final int entries;
    final int features;
    final int padding;

    @Shape(dims = "entries, features")
    @InitStd
    @Slice(value = "padding", use = Zeros.class)
    float[] weight;

    TokenEmbedding(int entries, int features, int padding) {
        this.entries = entries;
        this.features = features;
        this.padding = padding;
    }
}
