package org.initweights.samples.gpt2;

import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;

/** A table of vectors. It allocates its weight itself, so that the output layer can share it. */
class Embedding {

    final int entries;
    final int features;

    @Shape(dims = "entries, features")
    @Normal(std = 0.02)
    final float[] weight;

    Embedding(int entries, int features) {
        this.entries = entries;
        this.features = features;
        weight = new float[entries * features];
    }
}
