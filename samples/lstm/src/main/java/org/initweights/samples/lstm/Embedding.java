package org.initweights.samples.lstm;

import static org.initweights.Layer.EMBEDDING;

import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/** One vector a word, from N(0, 1). */
class Embedding {

    final int words;
    final int features;

    @Shape(dims = "words, features")
    @TorchDefault(EMBEDDING)
    float[] weight;

    Embedding(int words, int features) {
        this.words = words;
        this.features = features;
    }
}
