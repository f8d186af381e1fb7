package org.initweights.samples.zoo.t5;

import org.initweights.annotation.Shape;
import org.initweights.recipe.T5Embedding;

/** One vector for each token, or one number for each head and distance. */
class Embedding {

    final int entries;
    final int features;

    @Shape(dims = "entries, features")
    @T5Embedding
    float[] weight;

    Embedding(int entries, int features) {
        this.entries = entries;
        this.features = features;
    }
}
