package org.initweights.samples.zoo.deepseek;

import static org.initweights.Layer.EMBEDDING;

import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/** One vector for each token. */
final class Embedding extends Module {

    final int entries;
    final int features;

    @Shape(dims = "entries, features")
    @TorchDefault(EMBEDDING)
    float[] weight;

    Embedding(int entries, int features) {
        this.entries = entries;
        this.features = features;
    }
}
